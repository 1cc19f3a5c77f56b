// Finds the program `conv`, and builds it when nobody has.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const project = new URL('../../src/ConversationsAdmin.Cli/', import.meta.url);

/** The newer of the Debug and Release builds. */
export function builtProgram() {
  return newestProgram() ?? build();
}

function newestProgram() {
  return ['Debug', 'Release']
    .map((configuration) => fileURLToPath(new URL(`bin/${configuration}/net10.0/conv.dll`, project)))
    .filter((path) => existsSync(path))
    .sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs)[0];
}

function build() {
  spawnSync('dotnet', ['build', fileURLToPath(project)], { stdio: 'inherit' });
  return newestProgram();
}
