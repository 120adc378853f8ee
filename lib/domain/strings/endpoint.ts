/** What forms, refusals and attempts say about endpoints. */
export const endpointStrings = {
  nameMissing: "Give the endpoint a name.",
  nameLong: "The name has at most 80 characters.",
  nameTaken: (name: string) => `There is already an endpoint named ${name}. Choose another name.`,
  urlForm: "The URL looks like https://host/v1 or http://127.0.0.1:8000/v1.",
  urlCredentials: "Leave user name and password out of the URL; give the key in its own field.",
  urlQuery: "Leave out what follows ? or # in the URL.",
  modelMissing: "Name the model, as the server calls it.",
  modelLong: "The name of the model has at most 200 characters.",
  priceForm: "A price is a whole number of micro-dollars per million tokens, 0 or more.",
  limitForm: "A limit is a whole number from 1 on.",
  keyMissing: "Enter the key.",
  keyForm: "A key has no spaces or line breaks and only plain characters.",
  rehearsalFixed: "The rehearsal endpoint is scripted; only its name and limits can be changed.",
  archivedAlready: "This endpoint is archived.",
  inUse: (runs: number) =>
    `${runs === 1 ? "1 run still needs" : `${runs} runs still need`} this endpoint. Let them finish or cancel them, then archive it.`,
  archivedNoTest: "This endpoint is archived and is not called any more.",
  notMended: (sentence: string) => `The test call failed: ${sentence}`,
} as const;
