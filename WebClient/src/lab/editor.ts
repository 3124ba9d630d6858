import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, HighlightStyle, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { LabView, PlanProblem, Text } from '../wire';
import { complete, type Schema } from './completion';

/** The colours of the page's own theme, light or dark. */
const look = EditorView.theme({
  '&': { height: '100%', fontSize: 'var(--text-m)', color: 'var(--ink)', backgroundColor: 'var(--ground)' },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '-2px' },
  '.cm-scroller': {
    fontFamily: 'var(--mono)', lineHeight: '1.6', scrollbarWidth: 'thin', scrollbarColor: 'var(--line-strong) transparent',
  },
  '.cm-content': { caretColor: 'var(--ink)', wordBreak: 'normal' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-gutters': { backgroundColor: 'var(--surface)', color: 'var(--ink-3)', borderRight: '1px solid var(--line)' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'color-mix(in srgb, var(--accent) 7%, transparent)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--accent) 30%, transparent)',
  },
  '.cm-tooltip': {
    border: '1px solid var(--line-strong)', borderRadius: 'var(--radius)', backgroundColor: 'var(--raised)', color: 'var(--ink)',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: 'var(--accent)', color: 'var(--accent-ink)' },
  '.cm-completionDetail': { fontStyle: 'normal', opacity: '0.75', fontFamily: 'var(--font)' },
  '.cm-completionInfo': { maxWidth: '280px', fontFamily: 'var(--font)', fontSize: 'var(--text-s)' },
  '.cm-diagnostic': { fontFamily: 'var(--font)', fontSize: 'var(--text-s)' },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--bad)' },
  '.cm-lintRange-error': { backgroundImage: 'none', textDecoration: 'underline wavy var(--bad)', textUnderlineOffset: '3px' },
});

const colours = syntaxHighlighting(
  HighlightStyle.define([
    { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--accent)' },
    { tag: [tags.string, tags.content], color: 'var(--ink)' },
    { tag: tags.comment, color: 'var(--ink-3)' },
    { tag: [tags.punctuation, tags.separator, tags.squareBracket, tags.brace], color: 'var(--ink-2)' },
  ]),
);

/** What the editor needs of the page around it. */
export interface Desk {
  readonly label: string;
  readonly schema: () => Schema | null;
  readonly lab: () => LabView | null;
  readonly changed: (text: string) => void;
  readonly run: () => void;
}

/** A plan's editor: YAML, completion, mistakes where they stand. */
export class PlanEditor {
  #view: EditorView;
  #label = new Compartment();

  constructor(parent: HTMLElement, text: string, desk: Desk) {
    const extensions: Extension = [
      lineNumbers(), history(), drawSelection(), bracketMatching(), closeBrackets(), highlightActiveLine(),
      EditorView.lineWrapping, lintGutter(), yaml(),
      indentUnit.of('  '), look, colours,
      autocompletion({
        icons: false,
        override: [
          (context) => {
            const [schema, lab] = [desk.schema(), desk.lab()];
            return schema && lab ? complete(context, schema, lab) : null;
          },
        ],
      }),
      keymap.of([
        { key: 'Mod-Enter', run: () => (desk.run(), true) },
        ...closeBracketsKeymap, ...completionKeymap, ...lintKeymap, ...historyKeymap, ...defaultKeymap,
      ]),
      this.#label.of(EditorView.contentAttributes.of({ 'aria-label': desk.label })),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) desk.changed(update.state.doc.toString());
      }),
    ];
    this.#view = new EditorView({ parent, state: EditorState.create({ doc: text, extensions }) });
  }

  get text(): string {
    return this.#view.state.doc.toString();
  }

  set text(text: string) {
    if (text !== this.text) this.#view.dispatch({ changes: { from: 0, to: this.#view.state.doc.length, insert: text } });
  }

  label(text: string): void {
    this.#view.dispatch({ effects: this.#label.reconfigure(EditorView.contentAttributes.of({ 'aria-label': text })) });
  }

  /** Underlines what is wrong, from its place to the end of its word. */
  mark(problems: readonly PlanProblem[], say: (text: Text) => string): void {
    const { doc } = this.#view.state;
    const found = problems.map((problem): Diagnostic => {
      const line = doc.line(Math.min(Math.max(1, problem.line), doc.lines));
      const from = Math.min(line.from + Math.max(0, problem.column - 1), line.to);
      const word = /^[^\s,{}[\]]+/.exec(line.text.slice(from - line.from))?.[0].length ?? 1;
      return { from, to: Math.min(from + word, line.to), severity: 'error', message: say(problem.text) };
    });
    this.#view.dispatch(setDiagnostics(this.#view.state, found));
  }

  /** Puts the cursor where a problem is. */
  go(problem: PlanProblem): void {
    const line = this.#view.state.doc.line(Math.min(problem.line, this.#view.state.doc.lines));
    const at = Math.min(line.from + problem.column - 1, line.to);
    this.#view.dispatch({ selection: { anchor: at }, scrollIntoView: true });
    this.#view.focus();
  }

  destroy(): void {
    this.#view.destroy();
  }
}
