// Lets components that were written for Preact be drawn by React: the names of a few attributes differ.
import { Fragment, jsx as draw, jsxs as drawMany } from 'react/jsx-runtime';

export { Fragment };

const NAMES = { class: 'className', for: 'htmlFor', autocomplete: 'autoComplete' };

/** The document is there already: its head stays, its body is what is drawn. */
function asReact(type, props) {
  if (type === 'head') return ['template', {}];
  if (type === 'html' || type === 'body') return [Fragment, { children: props.children }];
  if (typeof type !== 'string') return [type, props];
  return [
    type,
    Object.fromEntries(Object.entries(props).map(([name, value]) => [NAMES[name] ?? name, value])),
  ];
}

export const jsx = (type, props, key) => draw(...asReact(type, props), key);
export const jsxs = (type, props, key) => drawMany(...asReact(type, props), key);
