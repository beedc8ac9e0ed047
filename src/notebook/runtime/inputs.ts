/** Observable Inputs, as cells know them. */
export {
  bind,
  button,
  checkbox,
  color,
  date,
  form,
  input,
  number,
  radio,
  range,
  search,
  select,
  text,
  textarea,
  toggle,
} from '@observablehq/inputs';
