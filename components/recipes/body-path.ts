/** Where a recipe stands in what is sent to the server. */
export const bodyPath = "body";
