// So many deletes by a pool of so many workers, as one writes it by hand.
import { conversations, options } from './client.mjs';

const [count, atOnce] = options;
let next = 0;

async function work() {
  while (next < count) {
    await conversations(`CH${(next++).toString(16).padStart(32, '0')}`).remove();
  }
}

const start = performance.now();
await Promise.all(Array.from({ length: atOnce }, work));
console.log(JSON.stringify({ seconds: (performance.now() - start) / 1000 }));
