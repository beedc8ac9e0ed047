/** Keys of the cells of a figure. */

/** Of its nth chart, from 0. */
export const figureKey = (id: string, index = 0): string => `figure ${id}${index === 0 ? '' : ` ${String(index + 1)}`}`;

/** Of the input that moves its limit. */
export const inputKey = (id: string): string => `${figureKey(id)} input`;
