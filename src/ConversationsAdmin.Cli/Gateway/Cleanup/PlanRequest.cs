using System.Text.Json;
using System.Text.Json.Nodes;
using ConversationsAdmin.Cli.Cleanup;
using ConversationsAdmin.Core.Cleanup;

namespace ConversationsAdmin.Cli.Gateway.Cleanup;

/// <summary>Reads what a caller wants to be planned, as a policy without a file.</summary>
internal static class PlanRequest
{
    /// <exception cref="RequestArgumentException">A member is missing, unknown, or not what it should be.</exception>
    internal static CleanupJob Read(IReadOnlyDictionary<string, JsonElement> arguments, DateTimeOffset now)
    {
        var known = PolicySchema.Arguments.GetProperty("properties");
        if (arguments.Keys.FirstOrDefault(name => !known.TryGetProperty(name, out _)) is { } unknown)
        {
            throw new RequestArgumentException(unknown, $"There is no '{unknown}'. Give {string.Join(", ", known.EnumerateObject().Select(member => member.Name))}.");
        }

        if (new[] { PolicySchema.ResourceType, PolicySchema.Criteria }.FirstOrDefault(name => !arguments.ContainsKey(name)) is { } missing)
        {
            throw new RequestArgumentException(missing, $"{missing} is missing. Give it too.");
        }

        try
        {
            return CleanupPolicyFile.OfJson(
                new JsonObject(arguments.Select(argument => KeyValuePair.Create(argument.Key, JsonNode.Parse(argument.Value.GetRawText())))) { ["schemaVersion"] = CleanupPolicy.CurrentVersion },
                now);
        }
        catch (JsonException exception)
        {
            throw new RequestArgumentException(
                exception.Path ?? PolicySchema.Criteria,
                exception.Path is { } place ? $"What stands at {place} is not what belongs there. The schema of the tool says what may stand where." : exception.Message);
        }
    }

    /// <summary>Checks what was read, with the place where it will work.</summary>
    /// <exception cref="RequestArgumentException">The criteria or the steps can't be meant.</exception>
    internal static CleanupScope ToScope(CleanupJob job, ConvConnection connection)
    {
        var resource = CleanupResources.Of(job.ResourceType);
        var scope = new CleanupScope
        {
            ResourceType = job.ResourceType,
            Container = job.Container ?? CleanupPlace.DefaultOf(connection, job.ResourceType),
            UserIds = job.UserIds,
            UserExternalIds = job.UserExternalIds,
        };
        try
        {
            CriteriaRules.Checked(resource, scope, job.Criteria);
            job.Steps.Check(resource);
            return scope;
        }
        catch (RequestArgumentException exception)
        {
            throw exception.Naming(CleanupJobCheck.MemberOf);
        }
    }
}
