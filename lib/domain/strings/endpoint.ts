/** What forms, refusals and attempts say about endpoints. */
export const endpointStrings = {
  nameMissing: "Give the endpoint a name.",
  nameLong: "The name has at most 80 characters.",
  nameTaken: (name: string) => `There is already an endpoint named ${name}. Choose another name.`,
  urlForm: "The URL looks like https://host/v1 or http://127.0.0.1:8000/v1.",
  urlCredentials: "Leave user name and password out of the URL; give the key in its own field.",
  urlQuery: "Leave out what follows ? or # in the URL.",
  regionForm: "A region looks like us-east-1.",
  modelMissing: "Name the model, as the server calls it.",
  modelLong: "The name of the model has at most 200 characters.",
  priceForm: "A price is a whole number of micro-dollars per million tokens, 0 or more.",
  limitForm: "A limit is a whole number from 1 on.",
  keyMissing: "Enter the key.",
  keyForm: "A key has no spaces or line breaks and only plain characters.",
  bedrockKeyForm:
    "Enter an Amazon Bedrock API key, or an access key as ACCESS_KEY_ID:SECRET_ACCESS_KEY (and :SESSION_TOKEN if it is a temporary one).",
  providerFixed: "An endpoint keeps its provider. Add another endpoint for another provider.",
  rehearsalFixed: "The rehearsal endpoint is scripted; only its name and limits can be changed.",
  archivedAlready: "This endpoint is archived.",
  inUse: (runs: number) =>
    `${runs === 1 ? "1 run still needs" : `${runs} runs still need`} this endpoint. Let them finish or cancel them, then archive it.`,
  archivedNoTest: "This endpoint is archived and is not called any more.",
  /** What stands with an attempt that was not made quite as the recipe says. `feature` is the client's word for a setting. */
  warnings: {
    unsupported: (feature: string, details: string | null) =>
      details
        ? `${feature} was not sent: ${details}`
        : `${feature} was not sent: this endpoint does not take it.`,
    compatibility: (feature: string, details: string | null) =>
      details ? `${feature} was sent in another form: ${details}` : `${feature} was sent in another form.`,
    deprecated: (setting: string, message: string) => `${setting} is deprecated: ${message}`,
  },
  /** What stands with an attempt: what happened, in our own words. */
  faults: {
    badKey: (status: number) => `The endpoint answered ${status}: it does not accept the key.`,
    noQuota: (status: number) => `The endpoint answered ${status}: its quota or credit is used up.`,
    noModel: (status: number) =>
      `The endpoint answered ${status}: it does not know the model, or the URL is not quite right.`,
    rateLimited: (status: number) => `The endpoint answered ${status}: too many requests.`,
    overloaded: (status: number) => `The endpoint answered ${status}: it is overloaded.`,
    upstreamTimeout: (status: number) => `The endpoint answered ${status}: it timed out itself.`,
    serverError: (status: number) => `The endpoint answered ${status}.`,
    errorInSuccess: "The endpoint reported an error in a reply marked as a success.",
    badRequest: (status: number) => `The endpoint answered ${status}: it does not accept the request.`,
    tooLong: (status: number) => `The endpoint answered ${status}: the request is too long for the model.`,
    filtered: (status: number) => `The endpoint answered ${status}: its content filter stopped the request.`,
    redirected: (status: number) =>
      `The endpoint answered ${status}: it wants to redirect, and redirects are not followed. Enter the final URL.`,
    deadline: (seconds: number) => `No complete reply within ${seconds} s.`,
    unreachable: (code: string) => `The endpoint could not be reached (${code}).`,
    cut: "The connection ended in the middle of the reply.",
    unreadable: "The endpoint's answer is not in the agreed form.",
    noChoice: "The endpoint's answer holds no reply.",
    refused: "The model declined the task.",
    filteredReply: "The endpoint's content filter held the reply back.",
    truncated: (limit: number) => `The reply was cut off at ${limit.toLocaleString("en")} output tokens.`,
    lost: "The worker stopped during the call.",
    cancelled: "The run was cancelled during the call.",
    tooLarge: "The reply was larger than any reply can be, and was not read to its end.",
    moved:
      "The endpoint has moved to another address since this run was planned, and its key is for the new one. Start a new run.",
  },
  notMended: (sentence: string) => `The test call failed: ${sentence}`,
} as const;
