/** MDX as a reader will read it aloud: references replaced by their numbers. */
import type { ProseContext } from './context.ts';
import { isElement } from './mdx.ts';
import type { MdxNode } from './mdx.ts';
import { rendered } from './templated.ts';
import type { ReferenceSource } from '../../core/template.ts';

export const REFERENCES: Readonly<Record<string, ReferenceSource>> = { Fact: 'fact', Given: 'given', Roi: 'roi' };

/** The text of an attribute, undefined where it is missing or an expression. */
export function attributeText(node: MdxNode, name: string): string | undefined {
  const value = node.attributes?.find((attribute) => attribute.name === name)?.value;
  return value && 'text' in value ? value.text : undefined;
}

const MARK = '\uE000';

function speak(context: ProseContext, node: MdxNode, target: MdxNode | undefined): string {
  const mark = node === target ? MARK : '';
  const of = isElement(node) ? REFERENCES[node.name ?? ''] : undefined;
  if (of !== undefined) {
    const as = attributeText(node, 'as');
    return (
      mark +
      rendered(context, [
        { kind: 'reference', of, id: attributeText(node, 'id') ?? '', ...(as !== undefined && { as }), index: 0 },
      ])
    );
  }
  if (node.type === 'text' || node.type === 'inlineCode') return mark + (node.value ?? '');
  // Blocks follow one another as sentences do: with a blank between them.
  return mark + node.children.map((child) => speak(context, child, target)).join(node.type === 'root' ? ' ' : '');
}

/** The sentence of a block that holds an element, as a reader will see it. */
export function sentenceAround(context: ProseContext, block: MdxNode, target: MdxNode): string {
  const sentences = speak(context, block, target).split(/(?<=[.!?])\s+/);
  const sentence = sentences.find((candidate) => candidate.includes(MARK)) ?? speak(context, target, undefined);
  return sentence.replace(MARK, '').replaceAll(/\s+/g, ' ').trim();
}
