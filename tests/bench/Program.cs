using System.CommandLine;
using ConversationsAdmin.Bench;

var root = new RootCommand("Measures the built module against a server of its own on loopback. Nothing leaves this machine.")
{
    LatencyServer.Command(),
};

(string Name, string Description, Func<CancellationToken, Task> Run)[] benchmarks =
[
    ("deletes", "2,000 deletes at 50 ms, 20 at once, by conv and by the module, beside bare sockets and others", DeleteBenchmark.RunAsync),
    ("pacing", "deletes at a server that takes 30 in any second: what it takes, what it refuses, and what follows when it takes less", PacingBenchmark.RunAsync),
    ("list", "listing 100,000 conversations, whole processes and warm ones, beside Invoke-RestMethod and twilio for node, and pages that take 20 ms", ListBenchmark.RunAsync),
    ("memory", "peak memory of a pwsh that lists 10,000 and 200,000 conversations", MemoryBenchmark.RunAsync),
    ("import", "the time that Import-Module adds to pwsh -NoProfile", ImportBenchmark.RunAsync),
];

foreach ((string name, string description, Func<CancellationToken, Task> run) in benchmarks)
{
    var command = new Command(name, description);
    command.SetAction((_, cancellation) => run(cancellation));
    root.Add(command);
}

var all = new Command("all", "Every benchmark, one after the other");
all.SetAction(async (_, cancellation) =>
{
    foreach (var benchmark in benchmarks)
    {
        await benchmark.Run(cancellation);
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
