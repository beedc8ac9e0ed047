/** Digests are read in groups of eight. */
export const digestGroups = (sha256: string): string[] => sha256.match(/.{1,8}/g) ?? [];

/** The first group, as a digest is called in passing. */
export const digestStart = (sha256: string): string => sha256.slice(0, 8);
