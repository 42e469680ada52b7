// node old-phones.mjs ACORN FILE...
//
// Prints, one a line, what stands in the modules and came into browsers after Chromium 90, which the webviews of old phones are; nothing and
// code 0 where there is none. ES2022 is what the parser knows; of it Chromium 90 has class fields, private methods and await at the top, so
// what it lacks is refused by name. A newer method may be called where it is asked for first: `thing.method?.()`.

import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [acorn, ...files] = process.argv.slice(2);
const { parse } = await import(pathToFileURL(acorn).href);

/** Functions and classes without a thing before them, by the Chromium that brought them. */
const NEWER_NAMES = { structuredClone: 98, navigation: 102, EyeDropper: 95, Sanitizer: 146, CloseWatcher: 126 };

/** Methods, whatever they are called on. */
const NEWER_METHODS = {
  ...{ at: 92, findLast: 97, findLastIndex: 97, toSorted: 110, toReversed: 110, toSpliced: 110, with: 110, fromAsync: 121, groupBy: 117 },
  ...{ hasOwn: 93, isWellFormed: 111, toWellFormed: 111, withResolvers: 119, try: 128, supportedValuesOf: 99 },
  ...{ union: 122, intersection: 122, difference: 122, symmetricDifference: 122, isSubsetOf: 122, isSupersetOf: 122, isDisjointFrom: 122 },
  ...{ structuredClone: 98, randomUUID: 92, timeout: 103, any: 116, throwIfAborted: 100, postTask: 94, canParse: 120 },
  ...{ showPicker: 99, showPopover: 114, hidePopover: 114, togglePopover: 114, checkVisibility: 105, startViewTransition: 111, setHTML: 146 },
};
/** Names among them that something old has, too, so that only those of these things are meant. */
const ONLY_OF = { timeout: ['AbortSignal'], any: ['AbortSignal'], try: ['Promise'], groupBy: ['Object', 'Map'] };

let found = 0;
for (const file of files) {
  const source = readFileSync(file, 'utf8');
  try {
    look(parse(source, { ecmaVersion: 2022, sourceType: 'module', locations: true }), file);
  } catch (e) {
    if (!e.loc) {
      throw e;
    }
    tell(file, e, e.message);
  }
}
process.exitCode = found ? 1 : 0;

function tell(file, node, what) {
  found++;
  console.log(`${file}:${(node.loc.start || node.loc).line} ${what}`);
}

function look(node, file) {
  const newer = newerThan90(node);
  if (newer) {
    tell(file, node, newer);
  }
  Object.entries(node).forEach(([name, value]) => {
    if (name !== 'loc') {
      [value].flat().forEach((child) => child && typeof child.type === 'string' && look(child, file));
    }
  });
}

function newerThan90(node) {
  switch (node.type) {
    case 'StaticBlock':
      return 'static blocks (94)';
    case 'BinaryExpression':
      return node.left.type === 'PrivateIdentifier' && '#name in thing (91)';
    case 'CallExpression':
      return newerCall(node);
    case 'NewExpression':
      return newerName(node.callee);
    default:
      return null;
  }
}

function newerCall({ callee, optional }) {
  if (callee.type !== 'MemberExpression') {
    return newerName(callee);
  }
  const name = !callee.computed && callee.property.name;
  const version = own(NEWER_METHODS, name);
  const meant = !own(ONLY_OF, name) || ONLY_OF[name].includes(callee.object.name);
  return version && meant && !optional && `${name}() (${version})`;
}

function newerName(callee) {
  return callee.type === 'Identifier' && own(NEWER_NAMES, callee.name) && `${callee.name} (${NEWER_NAMES[callee.name]})`;
}

/** Value of a table, and nothing of what every object has. */
function own(table, name) {
  return Object.hasOwn(table, name) && table[name];
}
