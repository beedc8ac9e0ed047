/** What a cell would take from the machine it runs on: its locale, its time zone, its clock, its chance. */
import { fieldNode, identifierName, nodesOf } from './syntax.ts';
import type { SyntaxNode } from './syntax.ts';

export interface Leaning {
  readonly code: 'cell-locale' | 'cell-time-zone' | 'cell-clock' | 'cell-random';
  readonly at: number;
  readonly message: string;
  readonly hint: string;
}

const LOCALE = /^(toLocaleString|toLocaleDateString|toLocaleTimeString)$/;
const LOCAL_TIME = /^(get|set)(FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds)$|^getTimezoneOffset$/;
const D3_LOCAL = /^(time[A-Z]\w*|scaleTime|timeFormat|timeParse)$/;

const hasOption = (options: SyntaxNode | undefined, name: string): boolean => {
  const properties = options?.['properties'];
  if (!Array.isArray(properties)) return options !== undefined && options.type !== 'ObjectExpression';
  return (properties as SyntaxNode[]).some(
    (property) => property.type === 'SpreadElement' || identifierName(fieldNode(property, 'key')) === name,
  );
};

const argumentsOf = (node: SyntaxNode): SyntaxNode[] =>
  Array.isArray(node['arguments']) ? (node['arguments'] as SyntaxNode[]) : [];

function call(node: SyntaxNode): Leaning | undefined {
  const callee = fieldNode(node, 'callee');
  if (callee === undefined) return undefined;
  const given = argumentsOf(node);
  const object = identifierName(fieldNode(callee, 'object'));
  const method = identifierName(fieldNode(callee, 'property')) ?? '';
  const at = fieldNode(callee, 'property')?.start ?? callee.start;
  if (LOCALE.test(method) && given.length === 0) {
    return {
      code: 'cell-locale',
      at,
      message: `"${method}" without a locale takes that of the machine.`,
      hint: `Name it: ${method}("en"${method === 'toLocaleString' ? '' : ', {timeZone: "UTC"}'}).`,
    };
  }
  if (/^toLocale(Date|Time)String$/.test(method) && !hasOption(given[1], 'timeZone')) {
    return {
      code: 'cell-time-zone',
      at,
      message: `"${method}" without a time zone takes that of the machine.`,
      hint: 'Add {timeZone: "UTC"}, or the zone of the engagement.',
    };
  }
  if (method === 'localeCompare' && given.length < 2) {
    return {
      code: 'cell-locale',
      at,
      message: '"localeCompare" without a locale takes that of the machine.',
      hint: 'Use d3.ascending, or name the locale as its second argument.',
    };
  }
  if (object === 'Intl' && (given.length === 0 || (method === 'DateTimeFormat' && !hasOption(given[1], 'timeZone')))) {
    const zone = method === 'DateTimeFormat' && given.length > 0;
    return {
      code: zone ? 'cell-time-zone' : 'cell-locale',
      at,
      message: `"Intl.${method}" without a ${zone ? 'time zone' : 'locale'} takes that of the machine.`,
      hint: zone ? 'Add {timeZone: "UTC"}, or the zone of the engagement.' : `Name it: Intl.${method}("en").`,
    };
  }
  if (LOCAL_TIME.test(method)) {
    return {
      code: 'cell-time-zone',
      at,
      message: `"${method}" counts in the time zone of the machine.`,
      hint: `Use ${method === 'getTimezoneOffset' ? 'UTC throughout' : method.replace(/^(get|set)/, '$1UTC')}.`,
    };
  }
  if (object === 'd3' && D3_LOCAL.test(method)) {
    return {
      code: 'cell-time-zone',
      at,
      message: `"d3.${method}" counts in the time zone of the machine.`,
      hint: `Use d3.${method === 'scaleTime' ? 'scaleUtc' : method.replace(/^time/, 'utc')}.`,
    };
  }
  if (object === 'Date' && method === 'now') {
    return {
      code: 'cell-clock',
      at: callee.start,
      message: 'A report has no clock.',
      hint: 'Dates come from the records or from engagement.yaml.',
    };
  }
  if (object === 'Math' && method === 'random') {
    return {
      code: 'cell-random',
      at: callee.start,
      message: 'Chance needs a seed: the same page has to come out twice.',
      hint: 'Use d3.randomLcg(0.5) as the source.',
    };
  }
  return undefined;
}

/** Everything in a cell that leans on the machine. */
export function leanings(tree: SyntaxNode): Leaning[] {
  return [...nodesOf(tree)].flatMap((node): Leaning[] => {
    if (node.type === 'CallExpression' || node.type === 'NewExpression') {
      const found = call(node);
      if (found !== undefined) return [found];
    }
    if (
      node.type === 'NewExpression' &&
      identifierName(fieldNode(node, 'callee')) === 'Date' &&
      argumentsOf(node).length === 0
    ) {
      return [
        {
          code: 'cell-clock',
          at: node.start,
          message: 'A report has no clock.',
          hint: 'Dates come from the records or from engagement.yaml.',
        },
      ];
    }
    return [];
  });
}
