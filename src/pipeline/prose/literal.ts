/** Attribute expressions such as `chart={{ type: 'waits', table: 'records' }}`, read as data and never run. */
import { parseAst } from 'rolldown/parseAst';

/** A value with the place of each part, as an offset into the expression. */
export type Literal =
  | { readonly kind: 'string'; readonly value: string; readonly at: number }
  | { readonly kind: 'scalar'; readonly value: number | boolean | null; readonly at: number }
  | { readonly kind: 'list'; readonly items: readonly Literal[]; readonly at: number }
  | { readonly kind: 'record'; readonly entries: ReadonlyMap<string, Literal>; readonly at: number };

/** An expression that computes something, and so is no data. */
export class NotLiteral extends Error {
  readonly at: number;
  readonly found: string;
  constructor(found: string, at: number) {
    super('an attribute holds data: text, numbers, lists and records');
    this.name = 'NotLiteral';
    this.found = found;
    this.at = at;
  }
}

interface Syntax {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly value?: unknown;
  readonly name?: string;
  readonly operator?: string;
  readonly argument?: Syntax;
  readonly computed?: boolean;
  readonly shorthand?: boolean;
  readonly key?: Syntax;
  readonly properties?: readonly Syntax[];
  readonly elements?: readonly (Syntax | null)[];
  readonly expressions?: readonly Syntax[];
  readonly quasis?: readonly { readonly value: { readonly cooked: string | null } }[];
}

/**
 * Reads an expression as data.
 *
 * @throws NotLiteral for names, calls, operators and anything else that would have to be computed
 */
export function readLiteral(expression: string): Literal {
  const source = `(${expression})`;
  let program: { readonly body: readonly { readonly type: string; readonly expression?: Syntax }[] };
  try {
    program = parseAst(source, { lang: 'js' }) as unknown as typeof program;
  } catch {
    throw new NotLiteral(expression, 0);
  }
  const shift = ({ start }: Syntax): number => start - 1;

  const refuse = (syntax: Syntax): never => {
    throw new NotLiteral(source.slice(syntax.start, syntax.end), shift(syntax));
  };

  const keyOf = (property: Syntax): string => {
    const { key } = property;
    if (property.type !== 'Property' || property.computed || property.shorthand || key === undefined)
      return refuse(property);
    return key.type === 'Identifier' ? (key.name ?? '') : String(key.value);
  };

  const read = (syntax: Syntax): Literal => {
    const at = shift(syntax);
    switch (syntax.type) {
      case 'ParenthesizedExpression':
        return read((syntax as { expression?: Syntax }).expression ?? syntax);
      case 'Literal': {
        const { value } = syntax;
        if (typeof value === 'string') return { kind: 'string', value, at: at + 1 };
        if (typeof value === 'number' || typeof value === 'boolean' || value === null)
          return { kind: 'scalar', value, at };
        return refuse(syntax);
      }
      case 'TemplateLiteral': {
        if (syntax.expressions?.length !== 0) return refuse(syntax);
        return { kind: 'string', value: syntax.quasis?.[0]?.value.cooked ?? '', at: at + 1 };
      }
      case 'UnaryExpression': {
        const value = syntax.argument?.value;
        if (syntax.operator !== '-' || typeof value !== 'number') return refuse(syntax);
        return { kind: 'scalar', value: -value, at };
      }
      case 'ArrayExpression':
        return {
          kind: 'list',
          items: (syntax.elements ?? []).map((item) => (item === null ? refuse(syntax) : read(item))),
          at,
        };
      case 'ObjectExpression':
        return {
          kind: 'record',
          entries: new Map(
            (syntax.properties ?? []).map((property) => [keyOf(property), read(property.value as Syntax)]),
          ),
          at,
        };
      default:
        return refuse(syntax);
    }
  };

  const [statement, ...rest] = program.body;
  const root = statement?.expression;
  if (root === undefined || rest.length > 0) throw new NotLiteral(expression, 0);
  return read(root);
}
