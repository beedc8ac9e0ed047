/** What the build runs cells with: bundled once, and given a document of its own for every page. */
export * as Plot from '@observablehq/plot';
export * as d3 from 'd3';
export { html, svg } from 'htl';
export * as Inputs from './inputs.ts';
export { amounts as __amounts } from '../../charts/amounts.ts';
export { intervals as __intervals } from '../../charts/intervals.ts';
export { outcomes as __outcomes } from '../../charts/outcomes.ts';
export { spread as __spread } from '../../charts/spread.ts';
export { timeline as __timeline } from '../../charts/timeline.ts';
export { waits as __waits } from '../../charts/waits.ts';
export { figure as __figure } from './figure.ts';
export { Generators, Mutable } from './generators.ts';
export { describe, undescribed } from './describe.ts';
export { namesOf } from './data.ts';
export { reflectInputs } from './reflect.ts';
export { resize, setStage } from './stage.ts';
export { runCells } from './run.ts';
