/** Walks a Zod schema beside a value: what a field is for, which fields a group has, where the reader's text stands. */
import { z } from 'zod';
import { voices } from '../schema/text.ts';
import type { Voice } from '../schema/text.ts';
import type { Path } from './yaml.ts';

/** The layers of a schema from the outside in: optional, default and the like around the thing itself. */
function* layersOf(schema: z.ZodType): Generator<z.ZodType> {
  for (let layer: z.ZodType | undefined = schema; layer !== undefined;) {
    yield layer;
    if (
      layer instanceof z.ZodOptional ||
      layer instanceof z.ZodNullable ||
      layer instanceof z.ZodDefault ||
      layer instanceof z.ZodPrefault ||
      layer instanceof z.ZodReadonly
    ) {
      layer = layer.def.innerType as z.ZodType;
    } else if (layer instanceof z.ZodPipe) {
      layer = layer.def.in as z.ZodType;
    } else {
      layer = undefined;
    }
  }
}

const innermost = (schema: z.ZodType): z.ZodType => [...layersOf(schema)].at(-1) ?? schema;

function childOf(schema: z.ZodType, step: string | number): z.ZodType | undefined {
  const inner = innermost(schema);
  if (inner instanceof z.ZodObject) return (inner.shape as Record<string, z.ZodType>)[step];
  if (inner instanceof z.ZodArray) return inner.element as z.ZodType;
  if (inner instanceof z.ZodRecord) return inner.valueType as z.ZodType;
  if (inner instanceof z.ZodUnion) {
    return (inner.options as z.ZodType[]).map((option) => childOf(option, step)).find((child) => child !== undefined);
  }
  return undefined;
}

/** The schema of a field, or undefined where the schema has none. */
export function schemaAt(schema: z.ZodType, path: Path): z.ZodType | undefined {
  let at: z.ZodType | undefined = schema;
  for (const step of path) at = at && childOf(at, step);
  return at;
}

/** What the field is for, in the words of its schema. */
export function descriptionOf(schema: z.ZodType): string | undefined {
  for (const layer of layersOf(schema)) if (layer.description !== undefined) return layer.description;
  return undefined;
}

/** Names of the fields of a group, in the order of the schema; empty where it is no group. */
export function fieldsOf(schema: z.ZodType): string[] {
  const inner = innermost(schema);
  if (inner instanceof z.ZodObject) return Object.keys(inner.shape);
  if (inner instanceof z.ZodUnion) return [...new Set((inner.options as z.ZodType[]).flatMap(fieldsOf))];
  return [];
}

function voiceOf(schema: z.ZodType): Voice | undefined {
  for (const layer of layersOf(schema)) {
    const voice = voices.get(layer)?.voice;
    if (voice !== undefined) return voice;
  }
  return undefined;
}

/** Every text in a value whose schema is `prose` or `condition`, with its path, in the order of the value. */
export function voicedTexts(
  schema: z.ZodType,
  value: unknown,
  path: Path = [],
): { path: Path; voice: Voice; text: string }[] {
  if (typeof value === 'string') {
    const voice = voiceOf(schema);
    return voice === undefined ? [] : [{ path, voice, text: value }];
  }
  if (value === null || typeof value !== 'object') return [];
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? value.map((item, index) => [index, item])
    : Object.entries(value);
  return entries.flatMap(([step, item]) => {
    const child = childOf(schema, step);
    return child ? voicedTexts(child, item, [...path, step]) : [];
  });
}
