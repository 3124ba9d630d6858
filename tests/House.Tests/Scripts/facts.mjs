// Reads [{ path, text }] from standard input and prints what TypeScript itself says of them:
// { imports: [{ path, module, line }], functions: [{ path, name, line, lines }] }
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(new URL('../../../WebClient/package.json', import.meta.url));
const ts = require('typescript');
const svelte = require('svelte/compiler');

const facts = { imports: [], functions: [] };

/** What is TypeScript in a file, and the line it begins in, from 0. */
function scriptsOf({ path, text }) {
  if (!path.endsWith('.svelte')) return [{ text, line: 0 }];
  const { module, instance } = svelte.parse(text, { modern: true });
  return [module, instance]
    .filter((script) => script !== null && script !== undefined)
    .map(({ content: { start, end } }) => ({ text: text.slice(start, end), line: text.slice(0, start).split('\n').length - 1 }));
}

/** The name of a function, also of one that a name is given to; '' for a lambda. */
function nameOf(node) {
  if (!ts.isFunctionLike(node) || node.body === undefined) return '';
  if (ts.isConstructorDeclaration(node)) return 'constructor';
  const isGiven = ts.isVariableDeclaration(node.parent) || ts.isPropertyDeclaration(node.parent);
  return (node.name ?? (isGiven ? node.parent.name : undefined))?.getText() ?? '';
}

function readFunctions(path, source, firstLine) {
  const lineOf = (position) => source.getLineAndCharacterOfPosition(position).line;
  const visit = (node) => {
    const name = nameOf(node);
    const [start, end] = [lineOf(node.getStart()), lineOf(node.end)];
    if (name !== '') facts.functions.push({ path, name, line: firstLine + start + 1, lines: end - start + 1 });
    ts.forEachChild(node, visit);
  };
  visit(source);
}

for (const file of JSON.parse(readFileSync(0, 'utf8'))) {
  for (const { text, line } of scriptsOf(file)) {
    for (const { fileName, pos } of ts.preProcessFile(text, true, true).importedFiles) {
      facts.imports.push({ path: file.path, module: fileName, line: line + text.slice(0, pos).split('\n').length });
    }
    readFunctions(file.path, ts.createSourceFile(file.path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS), line);
  }
}

console.log(JSON.stringify(facts));
