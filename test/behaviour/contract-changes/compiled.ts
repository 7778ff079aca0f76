/** Types as the compiler has them. */
import ts from 'typescript';

export interface Compiled {
  /** The exported type of a file by its name; `undefined` where there is none. */
  type(file: string, name: string): ts.Type | undefined;
  /** The type of a member, from the outermost name to the innermost; `undefined` where there is none. */
  member(type: ts.Type | undefined, ...names: string[]): ts.Type | undefined;
  /** Names of members; an index signature is `[name: string]`. */
  members(type: ts.Type): string[];
  /** Whether what has the first type may stand where the second is asked for. */
  mayStandFor(from: ts.Type, to: ts.Type): boolean;
}

/** @param texts of files, by their names; @throws Error when they do not compile */
export function compiled(texts: Record<string, string>): Compiled {
  const files = new Map(Object.entries(texts).map(([name, text]) => [name, ts.createSourceFile(name, text, ts.ScriptTarget.ES2022)]));
  const options: ts.CompilerOptions = { strict: true, noEmit: true, lib: ['lib.es5.d.ts'], types: [] };
  const host = ts.createCompilerHost(options);
  const program = ts.createProgram([...files.keys()], options, {
    ...host,
    getSourceFile: (name, ...rest) => files.get(name) ?? host.getSourceFile(name, ...rest),
    fileExists: (name) => files.has(name) || host.fileExists(name),
  });
  const wrong = program.getSemanticDiagnostics().map(({ messageText }) => JSON.stringify(messageText));
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  const checker = program.getTypeChecker();
  const types = new Map(
    [...files].flatMap(([name, { statements }]) =>
      statements.flatMap((statement) =>
        ts.isTypeAliasDeclaration(statement) || ts.isInterfaceDeclaration(statement)
          ? [[`${name} ${statement.name.text}`, checker.getTypeAtLocation(statement)] as const]
          : [],
      ),
    ),
  );
  return {
    type: (file, name) => types.get(`${file} ${name}`),
    member: (type, ...names) =>
      names.reduce<ts.Type | undefined>((at, name) => {
        const symbol = at && checker.getPropertyOfType(checker.getNonNullableType(at), name);
        return symbol && checker.getTypeOfSymbol(symbol);
      }, type),
    members: (type) => {
      const named = checker.getPropertiesOfType(type).map((member) => member.name);
      return checker.getIndexInfoOfType(type, ts.IndexKind.String) ? [...named, '[name: string]'] : named;
    },
    mayStandFor: (from, to) => checker.isTypeAssignableTo(from, to),
  };
}
