using System.Management.Automation;
using System.Management.Automation.Runspaces;
using ConversationsAdmin.Module.Tests;
using Microsoft.PowerShell;

namespace ConversationsAdmin.Hosting.Tests.Hosted;

/// <summary>A runspace with the built module, as a service would open it: without a console, and without anybody to ask.</summary>
internal sealed class HostedModule : IDisposable
{
    private readonly Runspace _runspace;

    public HostedModule()
    {
        InitialSessionState state = InitialSessionState.CreateDefault2();
        if (OperatingSystem.IsWindows())
        {
            // Elsewhere there is no policy. The module's views are not signed.
            state.ExecutionPolicy = ExecutionPolicy.Bypass;
        }

        state.ThrowOnRunspaceOpenError = true;
        state.ImportPSModule([Repository.BuiltModule]);
        _runspace = RunspaceFactory.CreateRunspace(state);
        _runspace.Open();
    }

    /// <summary>A pipeline that is ready to run.</summary>
    public PowerShell Pipeline(string script)
    {
        var pipeline = PowerShell.Create(_runspace);
        pipeline.AddScript(script);
        return pipeline;
    }

    /// <summary>What a script writes. An error that it writes is thrown.</summary>
    public IReadOnlyList<PSObject> Run(string script)
    {
        using PowerShell pipeline = Pipeline(script);
        IReadOnlyList<PSObject> output = pipeline.Invoke();
        return pipeline.Streams.Error.FirstOrDefault() is { } error ? throw new RuntimeException($"{error}", null, error) : output;
    }

    /// <summary>The one number that a script writes.</summary>
    public int Count(string script) => (int)Run(script).Single().BaseObject;

    public void Dispose() => _runspace.Dispose();
}
