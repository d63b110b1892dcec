// JSON in lines, for reading. Numbers stay as they came: many an id is more than a number of JavaScript can hold.

const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/** Letters in place of their codes. */
const readable = token => token.startsWith('"') ? JSON.stringify(JSON.parse(token)) : token;

/** The text in lines; as it is, where it is no JSON of an object or an array. */
export function indent(text) {
  try {
    if (typeof JSON.parse(text) !== 'object') {
      return text;
    }
  } catch {
    return text;
  }

  let depth = 0;
  let lines = '';
  let before = '';
  const startLine = () => { lines += '\n' + '  '.repeat(depth); };
  for (const token of text.match(tokens) ?? []) {
    const isEnd = token === '}' || token === ']';
    depth -= isEnd ? 1 : 0;
    if (before && '{[,'.includes(before) && !(isEnd && before !== ',') || isEnd && !'{['.includes(before)) {
      startLine();
    }
    lines += token === ':' ? ': ' : readable(token);
    depth += token === '{' || token === '[' ? 1 : 0;
    before = token;
  }
  return lines;
}
