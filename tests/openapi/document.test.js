// The OpenAPI document, as `conv serve` answers it.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { builtProgram } from '../vendor-clients/program.js';

const spectral = fileURLToPath(new URL('node_modules/@stoplight/spectral-cli/dist/index.js', import.meta.url));
const ruleset = fileURLToPath(new URL('.spectral.yaml', import.meta.url));
const text = await fetchDocument();

test('Spectral has nothing to say about the document, not even a hint', () => {
  const folder = mkdtempSync(join(tmpdir(), 'conv-openapi-'));
  try {
    const file = join(folder, 'openapi.json');
    writeFileSync(file, text);
    const lint = spawnSync(process.execPath, [spectral, 'lint', file, '--ruleset', ruleset, '--fail-severity', 'hint'], { encoding: 'utf8' });
    assert.equal(lint.status, 0, lint.stdout + lint.stderr);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('Every pattern is one that JavaScript reads', () => {
  const patterns = [...text.matchAll(/"pattern":("(?:[^"\\]|\\.)*")/g)].map((match) => JSON.parse(match[1]));
  assert.notEqual(patterns.length, 0);
  for (const pattern of patterns) assert.doesNotThrow(() => new RegExp(pattern, 'u'), pattern);
});

async function fetchDocument() {
  const child = spawn('dotnet', [builtProgram(), 'serve', '--sandbox', '--rest-port', '0', '--mcp-port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      const [, address] = /^Document +(\S+)/.exec(line) ?? [];
      if (address) {
        const answer = await fetch(address);
        assert.equal(answer.status, 200);
        return await answer.text();
      }
    }
    throw new Error('conv serve did not start.');
  } finally {
    child.kill('SIGINT');
    if (child.exitCode === null) await once(child, 'exit');
  }
}
