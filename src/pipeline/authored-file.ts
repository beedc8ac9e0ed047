/** A YAML file or the front matter of a page, validated, with the place of everything in it. */
import type { z } from 'zod';
import { parseFrontMatter } from './front-matter.ts';
import type { Problem } from './problem.ts';
import { voicedTexts } from './schema-tree.ts';
import { fieldName, problemIn, validate } from './validate.ts';
import { parseYaml } from './yaml.ts';
import type { Path, Position, YamlDocument } from './yaml.ts';
import type { Voice } from '../schema/text.ts';

export interface AuthoredFile {
  /** Relative to the root. */
  readonly file: string;
  readonly text: string;
  /** Where the value at a path begins; the nearest value around it where there is none. */
  readonly positionOf: (path: Path) => Position;
  /** `causes#1.facts`: a path as people name it. */
  readonly fieldName: (path: Path) => string;
  /** A problem at the value of a path, with its line as excerpt and its value as what was found. */
  readonly problemAt: (
    path: Path,
    problem: Pick<Problem, 'code' | 'message'> & Partial<Pick<Problem, 'expected' | 'found' | 'hint'>>,
  ) => Problem;
}

/** A text that may refer to facts, or a condition over them, with its place. */
export interface TemplatedText {
  readonly file: string;
  readonly path: Path;
  readonly voice: Voice;
  readonly text: string;
  /** Where the text itself begins (behind a quote, on the first line of a block). */
  readonly line: number;
  readonly column: number;
  /** Place in the file of an index of the text. */
  readonly at: (index: number) => Position;
}

export interface ReadAuthored<T> {
  /** There when the file has no problem. */
  readonly read?: { readonly value: T; readonly authored: AuthoredFile; readonly templates: readonly TemplatedText[] };
  readonly problems: readonly Problem[];
}

function authoredFile(document: YamlDocument): AuthoredFile {
  return {
    file: document.file,
    text: document.text,
    positionOf: (path) => document.positionOf(path),
    fieldName: (path) => fieldName(document.value, path),
    problemAt: (path, problem) => {
      const found = document.sourceOf(path)?.split('\n', 1)[0]?.trim();
      return problemIn(document, document.positionOf(path), {
        field: fieldName(document.value, path),
        ...(found !== undefined && found !== '' && { found }),
        ...problem,
      });
    },
  };
}

function read<S extends z.ZodType>(
  parsed: { document?: YamlDocument; problems: Problem[] },
  schema: S,
): ReadAuthored<z.output<S>> {
  const { document } = parsed;
  if (document === undefined) return { problems: parsed.problems };
  const { value, problems } = validate(document, schema);
  if (value === undefined) return { problems };
  const templates = voicedTexts(schema, document.value).map(({ path, voice, text }) => ({
    file: document.file,
    path,
    voice,
    text,
    ...document.positionInText(path, 0),
    at: (index: number) => document.positionInText(path, index),
  }));
  return { read: { value, authored: authoredFile(document), templates }, problems: [] };
}

/** Reads a YAML file by its schema. */
export const readYaml = <S extends z.ZodType>(file: string, text: string, schema: S): ReadAuthored<z.output<S>> =>
  read(parseYaml(file, text), schema);

/** Reads the front matter of an MDX file by its schema. */
export const readFrontMatter = <S extends z.ZodType>(
  file: string,
  text: string,
  schema: S,
): ReadAuthored<z.output<S>> => read(parseFrontMatter(file, text), schema);
