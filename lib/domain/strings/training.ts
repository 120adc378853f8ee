import type { Fate } from "#lib/domain/export/chat-template/report.ts";

/** The sentences of the README that lies beside a training file, and of the page that shows what chat templates do. */
export const trainingStrings = {
  readme: {
    title: (file: string) => `Training on ${file}`,
    synthetic: (file: string) =>
      `**Synthetic: do not train on it.** Rows of ${file} come from the rehearsal endpoint, a script. The commands below show how it would be done.`,
    beside: (file: string) =>
      `\`${file}.card.md\` says what the rows are and where they came from, \`${file}.manifest.json\` the same for programs.`,
    settings: "Settings",
    paper:
      "The paper (AIDSAFE, arXiv 2505.21784) tuned “Mixtral-7B”, by which Mistral-7B is probably meant, and Qwen2.5-7B with QLoRA in 4 bits. Lines under “From the paper” follow it. Everything else under “Suggested” is ours, to start from: we know of no published values for it.",
    paperPreferences:
      "The paper (AIDSAFE, arXiv 2505.21784) makes preference data; we know of no published run that trains on it. Its QLoRA in 4 bits for supervised tuning is taken over here. Everything under “Suggested” is ours, to start from.",
    notPaper:
      "The paper trains no such model. All values are suggestions to start from; change them by what your evaluation says.",
    fromPaper: "From the paper: QLoRA in 4 bits.",
    quantised: "The paper's QLoRA in 4 bits is left out: these weights come in 4 bits of their own (MXFP4).",
    suggested: "Suggested.",
    maxLength: "TRL's default of 1,024 tokens would cut long chains of thought",
    answersOnly: "TRL brings templates that mark the answers for common families, and fails for others",
    anyModel: "your-organisation/your-chatml-model",
    commands: "Commands",
    convert:
      "The columns are those of AmazonScience/AIDSAFE. This turns them into prompt and completion, the chain of thought in `<think>` tags; the data set can also be released as chat messages, which keeps conversations as turns.",
    prm: "Save as `train.py` and run `python train.py`. Older versions of TRL have the trainer in `trl` itself.",
    template: "What the chat template does to the chain of thought",
    templateLead: (name: string) =>
      `Below is the first row as the chat template of ${name} writes it. Templates differ, and some take the chain of thought out without a word, so that the model would be trained on bare answers.`,
    restated:
      "This is worked out with short restatements of the families' public templates. The template that counts is the one in your tokenizer. Look at a row before you train:",
    noRow: "No row is left to show: all were erased.",
    noTemplate:
      "None is applied to this format: prompt and answers are trained on as they stand, the chain of thought in `<think>` tags. For a model with a chat template, release the conversational format instead.",
    families: "The same row in the other families",
    columns: ["Family", "Release it as", "Chain of thought"] as const,
  },
  fate: {
    kept: "kept",
    in_answer: "stands in the answer that people see",
    lost: "lost",
    refused: "refused",
  } satisfies Record<Fate, string>,
  advice: {
    kept: "",
    in_answer: "The template has a place for reasoning and this shape misses it. Take another shape.",
    lost: "The template takes it out, or does not read the field that holds it. Take another shape.",
    refused: "The template takes no such conversation.",
  } satisfies Record<Fate, string>,
  deepseek:
    "The template of the DeepSeek-R1 distilled models keeps only what follows `</think>`, in every shape. TRL brings a training template without that cut and takes it where `assistant_only_loss` is set. Look at a row with your own tokenizer first, as the training README shows, or give `chat_template_path` a template that keeps it.",
  leftOut: {
    system: "The system text is not written.",
    turns: "Not all earlier turns are written.",
  },
  page: {
    title: "Chat templates",
    lead: "A chat template turns a row into what a model is trained on. Families keep reasoning in different places: choose yours, and release the shape that its template reads.",
    choose: "Family of models",
    show: "Show",
    shape: "Release it as",
    fates: "Chain of thought",
    rendered: (ref: string, family: string) => `${ref} as ${family} is trained on it`,
    legend: "The chain of thought is marked.",
    shapes: (family: string) => `What ${family} makes of each shape`,
    best: "best for this family",
    restated:
      "Worked out with short restatements of the families' public templates; tools and images are left aside. Each training file's README says how to check with your own tokenizer.",
  },
} as const;
