/** A control as a finding shows it: its replays with the cells that matter, its run over the sample, its planted defects. */
import type { Bundle } from '../schema/bundle.ts';
import type { Control, ReplayResult } from '../schema/control.ts';
import type { TableColumn } from '../schema/table.ts';
import { cellText } from './cell-text.ts';
import type { Mark } from './finding-marks.ts';

type Shown = Pick<Bundle, 'controls' | 'tables' | 'facts'>;

export interface ShownColumn {
  readonly name: string;
  readonly label: string;
  readonly amount: boolean;
}

export interface ReplayRow extends Omit<ReplayResult, 'show' | 'line'> {
  /** Text of each column; empty where the case comes from a table without it. */
  readonly cells: readonly string[];
}

export interface ControlView {
  readonly control: Control;
  readonly columns: readonly ShownColumn[];
  readonly rows: readonly ReplayRow[];
  readonly passed: number;
  /** Ids of the facts of the run over the sample. */
  readonly run: { readonly caught: string; readonly missed: string; readonly wrongly: string };
  readonly caughtMutations: number;
}

const headed = ({ name, label, unit, type }: TableColumn): ShownColumn => ({
  name,
  label: unit === undefined ? label : `${label}, ${unit}`,
  amount: type === 'number',
});

/** @throws RangeError for a control that the engagement does not have; the pipeline reports it before a page is drawn */
export function controlView(
  { controls, tables }: Shown,
  id: string,
  style: { readonly timeZone: string; readonly locale: string },
): ControlView {
  const control = controls.find((candidate) => candidate.id === id);
  if (control === undefined) throw new RangeError(`There is no control "${id}" in this engagement.`);
  const byId = new Map(tables.map((table) => [table.id, table]));
  const columns = new Map<string, ShownColumn>();
  for (const { table, show } of control.replays) {
    for (const name of show) {
      const column = byId.get(table)?.columns.find((candidate) => candidate.name === name);
      if (column && !columns.has(name)) columns.set(name, headed(column));
    }
  }
  const rows = control.replays.map(({ show, line: _line, ...replay }): ReplayRow => {
    const table = byId.get(replay.table);
    const row = table?.rows.find((candidate) => String(candidate[table.key]) === replay.key);
    const cells = [...columns.keys()].map((name) => {
      const column = show.includes(name) ? table?.columns.find((candidate) => candidate.name === name) : undefined;
      return column ? cellText(row?.[name] ?? null, column, style) : '';
    });
    return { ...replay, cells };
  });
  const fact = (part: string): string => `control.${id}.${part}`;
  return {
    control,
    columns: [...columns.values()],
    rows,
    passed: rows.filter(({ pass }) => pass).length,
    run: { caught: fact('caught'), missed: fact('missed'), wrongly: fact('wrongly') },
    caughtMutations: control.mutations.filter(({ caught_by }) => caught_by.length > 0).length,
  };
}

/** The mark in the head of a finding whose control was tried on history. */
export function controlMarks({ controls }: Pick<Bundle, 'controls'>, replayed: readonly string[]): Mark[] {
  const cases = controls.filter(({ id }) => replayed.includes(id)).flatMap(({ replays }) => replays);
  if (cases.length === 0) return [];
  const passed = cases.filter(({ pass }) => pass).length;
  return [
    {
      status: passed === cases.length ? 'confirmed' : 'refuted',
      word: `${replayed.length === 1 ? 'Control' : 'Controls'} replayed, ${passed} of ${cases.length}`,
    },
  ];
}

/** The finding that shows a control. */
export const homeOfControl = (
  { findings }: Pick<Bundle, 'findings'>,
  id: string,
): Bundle['findings'][number] | undefined => findings.find(({ control }) => control.replayed.includes(id));

/** What the run over the sample judged by: the part of its definition that all its facts share. */
export function runDefinition({ facts }: Pick<Bundle, 'facts'>, { run }: Pick<ControlView, 'run'>): string {
  const text = facts.find(({ id }) => id === run.caught)?.definition ?? '';
  return text.replace(/ Of these, the ones that the rule flags\.$/, '');
}
