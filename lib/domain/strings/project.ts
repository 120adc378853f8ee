/** Projects: their list and how one is made. */
export const projectStrings = {
  title: "Projects",
  nextPage: "More projects",
  name: "Name",
  nameHint: "Such as the product whose answers are judged.",
  address: "Address",
  addressHint: "Stands in links and on the command line. Never changes.",
  yourRole: "Your role",
  notMember: "not a member",
  members: "Members",
  createdAt: "Made",
  create: "New project",
  createTitle: "Make a project",
  createDescription:
    "It begins with five policies, guidelines, the recipes and the rehearsal endpoint. All of it can be changed.",
  submit: "Make the project",
  joinAsLead: "Join as lead",
  joinTitle: (name: string) => `Join ${name} as lead?`,
  joinDescription: "You will see its content and can change it. The audit log says so.",
  joined: (name: string) => `You are a lead of ${name} now`,
  none: "You are in no project yet",
  noneHint: "Ask a lead for an invitation link. Once you are in a project, it stands here.",
  noneHintAdmin:
    "Make the first one. It begins with policies, guidelines and recipes, so that you can start a run at once.",

  nameMissing: "Give the project a name.",
  nameTooLong: "Use at most 80 characters.",
  slugMissing: "Give the project an address.",
  slugTooLong: "Use at most 60 characters.",
  slugMalformed: "Use lower-case letters, digits and single hyphens, such as crisis-support.",
  slugTaken: (slug: string) => `There is a project at the address ${slug} already. Choose another.`,
} as const;
