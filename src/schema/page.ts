/** Front matter of the pages of a report that are not findings: `content/<engagement>/*.mdx`. */
import { z } from 'zod';
import { prose } from './text.ts';

export const pageMatter = z.strictObject({
  title: prose.describe('Title of the page.'),
  nav: z.string().min(1).describe('Word in the navigation.'),
  lead: prose.optional().describe('A sentence or two under the title.'),
  order: z.number().describe('Place in the navigation; smaller comes first.'),
});
export type PageMatter = z.output<typeof pageMatter>;
