/** What the build runs cells with: bundled once, and given a document of its own for every page. */
export * as Plot from '@observablehq/plot';
export * as d3 from 'd3';
export { html, svg } from 'htl';
export * as Inputs from './inputs.ts';
export { Generators, Mutable } from './generators.ts';
export { describe, undescribed } from './describe.ts';
export { namesOf } from './data.ts';
export { reflectInputs } from './reflect.ts';
export { resize, setStage } from './stage.ts';
export { runCells } from './run.ts';
