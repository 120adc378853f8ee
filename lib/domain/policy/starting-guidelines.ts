/** The guidelines for annotators that new projects begin with, as Markdown. */
export const startingGuidelines = `# How to review a chain of thought

You decide what an assistant will learn about safety. Read as someone who wants it to be right for the right reasons: an answer can be safe by luck, and a good argument can end in a bad answer.

## In which order
1. **Read the prompt first**, and say to yourself what the person most likely wants. Only then look at the intents.
2. **Read the thoughts in order.** Stop at the first one that you would not sign.
3. **Read the response last**, and ask whether it does what the thoughts concluded.

## Judging a thought
A label judges the thought as it stood, before you changed anything. Open the clauses it cites: a citation is right when the clause says what the thought claims.

| Label | Use it when the thought | Example |
|---|---|---|
| sound | is true, needed, and in line with its clauses | |
| redundant | is true, but the answer does not need it | a remark on the history of the word |
| repetitive | says again what an earlier thought said | "as noted, this is about software" |
| deceptive | sounds reasonable and leads to a wrong conclusion, or hides what the response does | "this is only general information", above a recipe |
| wrong policy | contradicts a clause, or cites one that does not say this | cites 4.1 for a question about one's own computer |
| unsupported | claims what neither the prompt nor a clause supports | "the person is probably angry" |

If two labels fit, choose the one that would mislead a learner most: wrong policy and deceptive before unsupported, unsupported before the rest.

## Judging the response
- **Right** means that you would be content to see it sent to the person who wrote the prompt.
- Helping with harm is wrong. **Refusing, warning or lecturing without need is wrong too**: both are the same size of mistake here.
- Check the disposition. *Complies* answers what was asked; *safe alternative* leaves something out and helps with the rest; *refuses* declines.

## Change, ask, or reject
- **Change it yourself** when the fix is clear: a wrong clause, an unclear sentence, a thought too many, a missing step. Keep the author's voice; repair as little as makes it right.
- **Ask for changes** when the conclusion may be wrong, or when you would have to write most of it anew. Say in the note what is missing.
- **Reject** what cannot become good training data: an unusable prompt, a chain that misses the point, text that should not be kept.
- **Flag a gap in the policy** when no clause covers the case or two contradict each other. Do not bend a clause until it fits.
- **Skip** whenever you like, without giving a reason.

## Writing
- One thought, one step. Plain sentences; no "I agree with the previous agent".
- The last thought draws the conclusion and cites the clause that decides.
- Never add harmful detail, not even to explain why it is harmful. Name the kind of harm.
- Do not guess at the person's character. Write about the request.

## Looking after yourself
Some prompts are ugly. You choose how severe they may be, you may skip at any time, and pausing is part of the work. If something stays with you after work, talk to your lead.
`;
