/** What an author has not written yet, marked where it will stand: `[[? the promise, in a sentence]]`. */
const MARK = /\[\[\?\s*([\s\S]*?)\s*\]\]/g;

/** How a blank is read aloud; at the beginning of a text with a capital. */
export const openText = (question: string, first: boolean): string =>
  `${first ? 'Still' : 'still'} open: ${question.replaceAll(/\s+/g, ' ').trim()}`;

/** Whether a text holds a blank, and so claims nothing yet. */
export const hasBlank = (text: string): boolean => text.includes('[[?');

/** A text that is shown as it stands, with its blanks spoken. */
export const spokenBlanks = (text: string): string =>
  text.replaceAll(MARK, (_, question: string, at: number) => openText(question, at === 0));

/** Blanks of a text: what they ask for, and the index at which each begins. */
export const blanksIn = (text: string): { readonly question: string; readonly index: number }[] =>
  [...text.matchAll(MARK)].map(({ 1: question = '', index }) => ({
    question: question.replaceAll(/\s+/g, ' '),
    index,
  }));
