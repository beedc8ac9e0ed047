/** Where a tab keeps a reader's version of the model, for all pages of the folder: reports read from file:// share their storage. */
export const stateKey = (engagement: string, version: string): string => `proof ${engagement} ${version}`;
