namespace ConversationsAdmin.Sandbox.Http;

/// <summary>A path such as /v1/Services/{Sid}: a name in braces stands for one segment that is not empty.</summary>
internal sealed class PathTemplate(string template)
{
    private readonly string[] parts = template.Split('/');

    /// <summary>Gives the decoded values of the named segments, or null when the path is another one.</summary>
    public Dictionary<string, string>? Match(string[] escapedSegments)
    {
        if (escapedSegments.Length != parts.Length)
            return null;
        var values = new Dictionary<string, string>();
        for (var index = 0; index < parts.Length; index++)
        {
            var (part, segment) = (parts[index], escapedSegments[index]);
            if (!part.StartsWith('{'))
            {
                if (part != segment)
                    return null;
            }
            else if (segment.Length == 0)
            {
                return null;
            }
            else
            {
                values[part[1..^1]] = Uri.UnescapeDataString(segment);
            }
        }
        return values;
    }
}
