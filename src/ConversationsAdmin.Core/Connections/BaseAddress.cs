namespace ConversationsAdmin.Core.Connections;

/// <summary>The addresses that credentials may be sent to.</summary>
internal static class BaseAddress
{
    internal static readonly Uri Telnyx = new("https://api.telnyx.com");

    /// <exception cref="RequestArgumentException">The address would expose the credentials, or is none.</exception>
    internal static Uri Checked(Uri given, string parameter)
    {
        // First, so that no message shows it.
        if (given.OriginalString.Contains('@', StringComparison.Ordinal) || given.OriginalString.AsSpan().IndexOfAny('?', '#') >= 0)
        {
            throw RequestArgumentException.About(parameter, $"give the address without a user, a query or a fragment.");
        }

        if (!given.IsAbsoluteUri || given.Scheme is not ("https" or "http"))
        {
            throw RequestArgumentException.About(parameter, $"'{given}' is no absolute address with https.");
        }

        return given.Scheme == "https" || given.IsLoopback
            ? given
            : throw RequestArgumentException.About(parameter, $"{given.Host} would get the credentials unencrypted. Use https; http is for this machine only.");
    }
}
