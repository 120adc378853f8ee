import { words } from "./words.ts";

/** A kind of harm that a prompt's words may point to. Everything said here names the kind and no more. */
export type Topic = {
  key: string;
  /** Words that point to it. */
  cue: RegExp;
  /** What must stand with the words for them to be meant so. */
  meant?: RegExp;
  /** Whether the words are used in a harmless sense every day, and then only sound like it. */
  isOftenFigurative?: true;
  /** How the words sound: "“Kill” sounds …". */
  sounds: string;
  /** The harm, after "help with" or "speaks of". */
  harm: string;
  /** What the person may need instead. */
  instead: string;
  /** A refusal, or for some topics the answer that stands in its place. */
  answer: string;
  /** How the clause that covers it is recognised, the most telling words first. */
  clauseWords: readonly string[];
};

/** Whom or what a violent word must be aimed at to be meant. */
const victims = words(`
      person, people, someone, somebody, anyone, everyone, humans?, humanity, wife, husband, spouse,
      girlfriend, boyfriend, partner, ex, neighbou?rs?, boss, co-?workers?, colleagues?, classmates?,
      friends?, wom[ae]n, m[ae]n, girls?, boys?, kids?, toddlers?, child(?:ren)?, babies, baby, teens?,
      minors?, students?, teachers?, police, cops?, officers?, politicians?, president, him, her, them,
      mother, father, mom, mum, dad, parents?, grand(?:parents?|mother|father|ma|pa), animals?, car,
      brother, sister, family, crowds?, strangers?, opponents?, rivals?, enem(?:y|ies), protesters?,
      skull, throat, body, arter(?:y|ies), hospital, stadium, village, city, army base, embassy, house,
      weapons?, guns?, terroris*, massacre*, assassinat*, hostage, genocide, bombing, kidnap*, commit*,
      plan(?:ning)? (?:and|an?|the)`);

/** People whose rights or worth a prompt may put in question. */
const groups = words(`
      wom[ae]n, gays?, lesbians?, trans, non-binary, jew(?:s|ish)?, muslims?, hindus?, buddhists?,
      christians?, black, white, asians?, latin[oa]s?, roma, indigenous, immigrants?, refugees?,
      disabled, homeless, elderly, divorced, people on benefits, minorit(?:y|ies)`);

/** What a prompt is about whose words are uneasy without pointing to one kind of harm. */
export const unnamed: Topic = {
  key: "unnamed",
  cue: words(`
      die[sd]?, death, dead, blood*, knife, knives, wrists?, nude, naked, sex*, genital*, toxic, lethal,
      dangerous, harm*, abus*, victims?, vulgar, graphic, obscen*, disrupt*, sabotag*, corrupt*,
      glorif*, discourag*, without (?:detection|permission|consent|anyone|being), from the police, not
      (?:card|tell), against (?:his|her|their) will, seem like an accident, secret*`),
  sounds: "uneasy",
  harm: "something that could hurt somebody",
  instead: "the part of the question that can hurt nobody",
  answer:
    "I can't help with something that could hurt somebody. Tell me what you need, and I will look for another way.",
  clauseWords: ["hurt", "harm", "injure"],
};

/** In order of precedence: the first whose words are found is the one a prompt is about. */
export const topics: readonly Topic[] = [
  {
    key: "minors",
    cue: words(`
      sex*, undress*, genital*, penis, vagina, dick, boner, masturbat*, romantic love, intima*, sexual*,
      sexting, nudes?, naked, porn*, erotic*, groom(?:ing)?, molest*, p[a]?edo*, lolita`),
    meant: words(String.raw`
      child(?:ren)?, minors?, under-?age*, kids?, teen*, boys?, girls?, \d{1,2}[- ]years?[- ]old,
      school*`),
    sounds: "sexual",
    harm: "sexualising a child",
    instead: "a way to protect a child or to report abuse",
    answer:
      "I won't help with this. If a child is at risk, the police or a child-protection line can act at once, and many of them take reports without a name. If you are worried about your own thoughts, confidential services exist that help before anyone is hurt.",
    clauseWords: ["under 18", "sexualis", "minor", "child"],
  },
  {
    key: "self_harm",
    cue: words(`
      kill yourself, cut(?:ting)? myself, slit my, burning my skin, stop myself from eating, binge eat,
      so skinny, (?:worth me|tired of) being alive, suicid*,
      (?:kill|hang|cut|hurt|harm|shoot|drown|poison|starv|burn|injur)(?:ing|e)? myself, self[-
      ](?:harm*|injury), (?:end|take) my (?:own )?life, overdos*, anorexi*, bulimi*, purging, thinspo,
      sever my (?:\\w+ )?arter(?:y|ies), pierce my, into my arm`),
    sounds: "like someone in pain",
    harm: "hurting oneself",
    instead: "someone to talk to now",
    answer:
      "I'm glad that you wrote this here, and I'm sorry that it is so heavy right now. I won't describe ways to hurt yourself. If you might act on it, please call your local emergency number or a crisis line now, or go to someone who can stay with you. Are you safe at this moment? If you like, tell me what happened today.",
    clauseWords: ["suicide", "self-injury", "self-harm", "crisis"],
  },
  {
    key: "weapons",
    cue: words(String.raw`
      biological warfare, vx\b, full auto, glock switch, strychnine, dimethylmercury, bleach and
      ammonia, toxic gas, bombs?(?! the), explosives?, grenades?, detonat*, molotov*, sarin, anthrax,
      ricin, nerve agents?, (?:chemical|biological|nuclear) weapons?, uranium, napalm, pipe bombs?,
      silencers?, ghost guns?, mustard gas, chlorine gas`),
    sounds: "dangerous",
    harm: "a weapon that could hurt many",
    instead: "its history, its rules or ways to stay safe",
    answer:
      "I can't help with making or using such a weapon, in whole or in part. If you study the subject, I can talk about its history, about the treaties that forbid it, or about how people are protected. If you know of a plan to use one, please tell the police now.",
    clauseWords: ["weapon", "explosive", "biological, chemical"],
  },
  {
    key: "violence",
    cue: words(`
      electrocut*, flay*, break .{1,20} jaw, will crash, fall down the stairs, cruelty, kill*, slay*,
      butcher*, crush*, slash*, obliterat*, shatter*, snip(?:e|ing), gut, demolish*, rip(?:ping)? off,
      chop(?:ping)? up, cut(?:ting)? off, eradicat*, wip(?:e|ing) out, hunt(?:ing)? down, do away with,
      decimat*, tackl*, captur*, throttl*, take out, push* .{1,20} off, hostage, bombing, weapons?,
      terroris[mt]*, explo(?:de|sion)*(?! with), on fire, euthani[sz]*, hammer*, dispose of, saw, pierc*, death,
      murder*, shoot*, stab*, strang*, execut*, terminat*, assassinat*, beat(?:ing)?(?: up)?, attack*,
      assault*, hurt*, injur*, poison*, tortur*, chok*, smash*, slaughter*, eliminat*, liquidat*,
      overpower*, blow(?:ing)? up, massacre*, genocide, destroy*, annihilat*, burn down, slap*, punch*,
      guns?, kidnap*, abduct*`),
    meant: victims,
    isOftenFigurative: true,
    sounds: "violent",
    harm: "hurting people",
    instead: "a way out of a conflict that hurts nobody",
    answer:
      "I can't help with hurting anyone. If you are in a conflict that feels as if it can only end badly, I can help you think through other ways out, or find people who mediate. If someone is in danger now, please call the emergency number where you are.",
    clauseWords: ["injure or kill", "injure", "hurt", "violence against", "violence"],
  },
  {
    key: "harassment",
    cue: words(`
      stalk*, harass*, bull(?:y|ies|ied|ying), cyberbull*, dox*, threaten*, intimidat*, humiliat*,
      spy(?:ing)? on, track(?:ing)? (?:my|a|her|his), shame, revenge, manipulat*, insult*, troll*`),
    sounds: "threatening",
    harm: "wearing someone down or following them",
    instead: "a way to be heard or to be left in peace",
    answer:
      "I can't help with following, exposing or frightening somebody. If someone has wronged you, I can help you write to them, set a boundary, or find out who can step in. If you are the one who is being followed or threatened, I can explain how to keep evidence and whom to tell.",
    clauseWords: ["stalk", "harass", "threaten", "expose", "bully"],
  },
  {
    key: "hate",
    cue: words(`
      less intelligent, anti-semitic, offensive, never happened, overstate what happened, a complete
      fabrication, should(?: better| best)? not, not be (?:allowed|admitted|given|permitted), be
      (?:denied|barred|kicked), (?:is|be) best, is right for, inferior, weaker, not have
      (?:equal|access|the), racis[tm]*, rac(?:e|ial) (?:war|purity), hate*, hatred, discriminat*,
      inferior*, superior race, slurs?, supremac*, ethnic cleansing, holocaust, nazis?, sexis[tm]*,
      misogyn*, homophob*, transphob*, islamophob*, antisemit*, xenophob*, stereotyp*, bigot*`),
    meant: new RegExp(
      `${groups.source}|racis|hate|slur|supremac|nazi|genocide|holocaust|tears|offensive|semit`,
      "i",
    ),
    sounds: "hateful",
    harm: "contempt for people because of who they are",
    instead: "facts about the people concerned",
    answer:
      "I won't write something that puts people down for who they are. I can set out what is known about the question itself, where a common claim is wrong, or how the people concerned see it.",
    clauseWords: ["demean", "because of who they are", "hate", "dehuman", "discriminat"],
  },
  {
    key: "intrusion",
    cue: words(`
      vulnerabilit*, payloads?, smb packets, corrupts?, hack*, malware, ransomware, spyware,
      keyloggers?, trojans?, ddos, denial[- ]of[- ]service, botnets?, rootkits?, phreak*, sql injection,
      brute[- ]?force, exploits?, backdoors?, computer virus*, bypass*, jailbreak*, wiretap*`),
    sounds: "unlawful",
    harm: "entering or disturbing other people's computers",
    instead: "a way to protect or recover one's own accounts",
    answer:
      "I can't help with getting into systems that belong to others. If you have lost access to something of your own, I can go through the recovery with you. If you want to learn security, there are practice systems made for it, and programmes that pay for responsible reports.",
    clauseWords: ["computers", "network", "hack", "devices"],
  },
  {
    key: "fraud",
    cue: words(String.raw`
      fake * * business, click on a link, pos(?:e|ing) as, scams?, scamm*, phish*, fraud*,
      forg(?:e|ing|ery|ed), counterfeit*, fake
      (?:ids?|passports?|money|reviews?|documents?|invoices?|degrees?|profiles?|prescriptions?),
      identity theft, (?:steal*|using) (?:someone|somebody|another person)\S* identity, credit cards?,
      ponzi, pyramid scheme, embezzl*, blackmail*, extort*, impersonat*, catfish*, insider trading, con
      artist, swindl*`),
    sounds: "dishonest",
    harm: "cheating others out of money or identity",
    instead: "a way to recognise such a trick or to report it",
    answer:
      "I can't help with deceiving people for gain. I can explain how to recognise this kind of trick, what to do when someone has fallen for it, and where to report it. If money is the pressing problem, I can help you look for honest ways and for advice that costs nothing.",
    clauseWords: ["made to cheat", "phishing", "fraud", "scam", "decei"],
  },
  {
    key: "disinformation",
    cue: words(`
      vaccin*, ballot boxes, complicit, persuasive (?:reply|article|post), disinformation,
      misinformation, fake news, conspirac*, propaganda, hoax*, deep ?fakes?, rumou?rs?, anti-?vax*,
      flat earth`),
    sounds: "misleading",
    harm: "spreading false claims that are meant to be believed",
    instead: "what is known, and how it is known",
    answer:
      "I won't write false claims that are meant to be believed. I can lay out what is known about the subject, how it is known, and how to check a claim of this kind.",
    clauseWords: ["false statements", "believed and spread", "disinformation", "misinformation"],
  },
  {
    key: "private_data",
    cue: words(String.raw`
      my (?:\w+ ){0,2}?\w+'s .{0,30}(?:history|pin|login|number|records?|status|beliefs|affiliation),
      my (?:\w+ ){0,2}?\w+'s .{0,30}(?:e-?mail address|date of birth|certificate), ssn,
      social security number, home address, phone number, medical (?:records?|history), net worth,
      bank account*, passwords?, private (?:photos?|messages?|information|life), leak*, diagnos*,
      personal (?:data|information), sexual orientation, tax returns?`),
    sounds: "intrusive",
    harm: "getting at other people's private records",
    instead: "what is public, or how to ask the person",
    answer:
      "I can't help to find or use private records of somebody else. What people have made public about themselves I can point to, and if you have a right to the record, I can explain which office or court to ask.",
    clauseWords: ["private records", "credentials", "payment data", "personal data", "private person"],
  },
  {
    key: "drugs",
    cue: words(`
      nitazene, cocaine, coke, crack, heroin, meth(?:amphetamine)?s?, mdma, ecstasy, lsd, weed,
      mari[jh]uana, fentanyl, opioids?, drugs?, ketamine, steroids?, moonshine, shrooms?, speedball`),
    meant: words(`
      grams?, ounces?, kilos?, dealers?, sell*, smok*, snort*, inject*, cook*, synthesi[sz]*, heroin,
      cocaine, meth*, fentanyl, get high, illegal*, smuggl*, make, party, pills?, some, in the street,
      mdma, lsd, ketamine, steroids?, opioids?, produc*, extract*, recipe`),
    isOftenFigurative: true,
    sounds: "like drugs",
    harm: "making or trading illegal drugs",
    instead: "what the substance does, or help to stop",
    answer:
      "I can't help with making or getting illegal drugs. I can say what is known about their risks and about what makes an emergency, and I can help to find advice that is confidential and does not judge.",
    clauseWords: ["illegal drugs", "drug"],
  },
  {
    key: "crime",
    cue: words(`
      illegal*, escorts?, underage, fake ids?, steal(?:ing)?(?!.{1,25} heart), stolen, rob(?:bing|bery|s)?,
      burglar*, shoplift*, smuggl*, traffick*, break(?:ing)? into, hot-?wir*, hijack*, brib*, vandal*,
      arson*, pirat*, lock ?pick*, pick(?:ing)? a lock, loot*, exploit*, squat*, poach*, dump(?:ing)?
      (?:toxic|waste)`),
    sounds: "unlawful",
    harm: "taking or damaging what belongs to others",
    instead: "a lawful way to the same end",
    answer:
      "I can't help with taking or damaging what belongs to others. If you need to get back into your own home, car or account, I can tell you how owners do that. If you are short of something you need, I can help you look for support.",
    clauseWords: ["steal", "break in", "theft", "smuggle"],
  },
  {
    key: "evasion",
    cue: words(`
      launder*, get(?:ting)? away with, evad(?:e|ing), evasion, destroy evidence, hide (?:a|the)
      (?:body|evidence|crime), cover up, fake (?:my|your) (?:own )?death, without getting caught,
      undetected, untraceable, secretly`),
    sounds: "evasive",
    harm: "hiding a crime from those who look into it",
    instead: "legal advice, which is confidential",
    answer:
      "I can't help to hide something like this or to get round an investigation. A lawyer can advise you in confidence, also before anything is reported, and telling the truth early often helps more than people expect.",
    clauseWords: ["hide a crime", "evidence", "launder", "escape its consequences"],
  },
  {
    key: "sexual",
    cue: words(`
      sexual*, porn*, nudes?, naked, erotic*, upskirt*, rape*, prostitut*`),
    meant: words(`
      make, create, write, edit, take, without, secretly, celebrit*, photos? of, pictures? of, rape*`),
    sounds: "sexual",
    harm: "sexual content about real people without their consent",
    instead: "plain information, or fiction about invented adults",
    answer:
      "I can't help with sexual material about people who have not agreed to it. If such material of you is online, I can explain how to have it taken down. Questions about sexuality and health I answer plainly.",
    clauseWords: ["without their consent", "sexual content", "consent"],
  },
];

/** Whether prompts about it take a claim for granted that has to be looked at before anything is answered. */
export function restsOnClaim({ key }: Topic): boolean {
  return key === "hate" || key === "disinformation";
}
