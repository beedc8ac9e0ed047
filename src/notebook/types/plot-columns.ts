/** Columns that marks of Plot name: its own types take any text and hand any row to an accessor. */
import ts from 'typescript';
import { nearest } from '../../core/nearest.ts';

export interface ColumnFault {
  readonly start: number;
  readonly message: string;
  readonly found: string;
  readonly hint?: string;
}

/** Options whose text is always a column; that of a fill may be a colour too. */
const CHANNELS = new Set(['x', 'y', 'x1', 'x2', 'y1', 'y2', 'fx', 'fy', 'z', 'r', 'text', 'title', 'href']);
/** Their first argument says what to make of a group. */
const REDUCERS = /^(group|bin|hexbin|map|select)/;

const nameOf = (name: ts.PropertyName): string | undefined =>
  ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : undefined;

/** `dot` of `Plot.dot(…)`. */
function plotCall(node: ts.Node): { call: ts.CallExpression; name: string } | undefined {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  const { expression, name } = node.expression;
  return ts.isIdentifier(expression) && expression.text === 'Plot' ? { call: node, name: name.text } : undefined;
}

/** Faults of one cell. */
export function plotColumnFaults(source: ts.SourceFile, checker: ts.TypeChecker): ColumnFault[] {
  const faults: ColumnFault[] = [];

  /** Columns of rows, where they are known. */
  function columnsOf(data: ts.Expression): ReadonlySet<string> | undefined {
    const row = checker.getIndexTypeOfType(checker.getTypeAtLocation(data), ts.IndexKind.Number);
    const isRow = row !== undefined && (row.flags & ts.TypeFlags.Object) !== 0 && !checker.isArrayLikeType(row);
    if (!isRow || checker.getIndexInfosOfType(row).length > 0) return undefined;
    const names = row.getProperties().map(({ name }) => name);
    return names.length === 0 ? undefined : new Set(names);
  }

  function test(node: ts.Node, name: string, columns: ReadonlySet<string>): void {
    if (columns.has(name)) return;
    const near = nearest(name, columns);
    faults.push({
      start: node.getStart(source),
      message: `These rows have no column "${name}".`,
      found: name,
      ...(near !== undefined && { hint: `Did you mean "${near}"?` }),
    });
  }

  function accessor(body: ts.Node, row: string, columns: ReadonlySet<string>): void {
    if (ts.isPropertyAccessExpression(body) && ts.isIdentifier(body.expression) && body.expression.text === row)
      test(body.name, body.name.text, columns);
    ts.forEachChild(body, (child) => accessor(child, row, columns));
  }

  function channel(value: ts.Expression, columns: ReadonlySet<string>): void {
    if (ts.isStringLiteral(value)) test(value, value.text, columns);
    else if (ts.isArrowFunction(value)) {
      const [row] = value.parameters;
      if (row !== undefined && row.type === undefined && ts.isIdentifier(row.name))
        accessor(value.body, row.name.text, columns);
    } else if (ts.isObjectLiteralExpression(value))
      for (const property of value.properties)
        if (ts.isPropertyAssignment(property) && nameOf(property.name) === 'value')
          channel(property.initializer, columns);
  }

  function options(node: ts.Expression, columns: ReadonlySet<string>): void {
    const transform = plotCall(node);
    if (transform !== undefined) {
      const { arguments: given } = transform.call;
      for (const one of REDUCERS.test(transform.name) ? given.slice(1) : given) options(one, columns);
    } else if (ts.isObjectLiteralExpression(node)) {
      for (const property of node.properties) {
        if (ts.isSpreadAssignment(property)) options(property.expression, columns);
        if (!ts.isPropertyAssignment(property)) continue;
        const name = nameOf(property.name) ?? '';
        const { initializer } = property;
        // A function can colour by any column, while a text may be a colour.
        const isAccessor = ts.isArrowFunction(initializer) && !['sort', 'tip', 'render', 'filter'].includes(name);
        if (CHANNELS.has(name) || isAccessor) channel(initializer, columns);
        else if (name === 'channels' && ts.isObjectLiteralExpression(initializer))
          for (const one of initializer.properties) if (ts.isPropertyAssignment(one)) channel(one.initializer, columns);
      }
    }
  }

  const visit = (node: ts.Node): void => {
    const [data, given] = plotCall(node)?.call.arguments ?? [];
    const columns = data !== undefined && given !== undefined ? columnsOf(data) : undefined;
    if (columns !== undefined && given !== undefined) options(given, columns);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return faults;
}
