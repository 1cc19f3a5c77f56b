using System.CommandLine;
using ConversationsAdmin.Bench;
using ConversationsAdmin.Bench.Gateway;
using ConversationsAdmin.Bench.Kill;

var root = new RootCommand("Measures the built module against a server of its own on loopback. Nothing leaves this machine.")
{
    LatencyServer.Command(),
};

(string Name, string Description, Option[] Options, Func<ParseResult, CancellationToken, Task> Run)[] benchmarks =
[
    ("deletes", "2,000 deletes at 50 ms, 20 at once, by conv and by the module, beside bare sockets and others", [], (_, cancellation) => DeleteBenchmark.RunAsync(cancellation)),
    ("pacing", "deletes at a server that takes 30 in any second: what it takes, what it refuses, and what follows when it takes less", [], (_, cancellation) => PacingBenchmark.RunAsync(cancellation)),
    ("list", "listing 100,000 conversations, whole processes and warm ones, beside Invoke-RestMethod and twilio for node, and pages that take 20 ms", [], (_, cancellation) => ListBenchmark.RunAsync(cancellation)),
    ("memory", "peak memory of a pwsh that lists 10,000 and 200,000 conversations", [], (_, cancellation) => MemoryBenchmark.RunAsync(cancellation)),
    ("import", "the time that Import-Module, and a first Get- on the sandbox, add to pwsh -NoProfile", [], (_, cancellation) => ImportBenchmark.RunAsync(cancellation)),
    ("gateway", "list calls at the gateway from 64 connections for 30 s, while others hang up and send 100 MB", [], (_, cancellation) => GatewayBenchmark.RunAsync(cancellation)),
    ("kill", "36,000 conversations removed by conv, which is killed five times: what the server, the journal and the archive say", KillBenchmark.Options, KillBenchmark.RunAsync),
];

foreach (var (name, description, options, run) in benchmarks)
{
    var command = new Command(name, description);
    foreach (Option option in options)
    {
        command.Add(option);
    }

    command.SetAction(run);
    root.Add(command);
}

var all = new Command("all", "Every benchmark, one after the other");
all.SetAction(async (parsed, cancellation) =>
{
    foreach (var benchmark in benchmarks)
    {
        await benchmark.Run(parsed, cancellation);
    }
});
root.Add(all);

try
{
    var invocation = new InvocationConfiguration { EnableDefaultExceptionHandler = false };
    return await root.Parse(args).InvokeAsync(invocation);
}
catch (BenchmarkException problem)
{
    Console.Error.WriteLine(problem.Message);
    return 1;
}
