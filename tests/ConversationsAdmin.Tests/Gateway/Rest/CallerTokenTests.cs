using ConversationsAdmin.Cli.Gateway.Guards;
using Xunit;

namespace ConversationsAdmin.Tests.Gateway.Rest;

/// <summary>Who may call is read whole, or the gateway does not start.</summary>
public sealed class CallerTokenTests : IDisposable
{
    private const string Token = "0123456789abcdef0123456789ABCDEF";
    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Fact]
    public void A_file_names_each_caller()
    {
        var other = Token.Replace('0', 'x');
        File.WriteAllText(file, $"# who\n\nci {Token}\n  ada@example.com\t{other}  \n");
        var tokens = CallerTokens.Read(file);
        Assert.Equal(("ci", "ada@example.com", null), (tokens.CallerOf(Token), tokens.CallerOf(other), tokens.CallerOf(Token.ToUpperInvariant())));
        Assert.Null(tokens.Made);
    }

    [Theory]
    [InlineData("", "no token")]
    [InlineData("# only this", "no token")]
    [InlineData("ci", "line 1")]
    [InlineData("ci 0123456789abcdef0123456789ABCDEF extra", "line 1")]
    [InlineData("ci 0123456789abcdef0123456789ABCDE", "32 to 512")]
    [InlineData("ci 0123456789abcdef 123456789ABCDEF", "line 1")]
    [InlineData("c,i 0123456789abcdef0123456789ABCDEF", "line 1")]
    [InlineData("ci 0123456789abcdef0123456789ABCDEF\nci x123456789abcdef0123456789ABCDEF", "line 2 of")]
    [InlineData("ci 0123456789abcdef0123456789ABCDEF\nal 0123456789abcdef0123456789ABCDEF", "of another line")]
    public void A_mistake_in_it_is_named_by_its_line_and_shows_no_token(string text, string hint)
    {
        File.WriteAllText(file, text);
        var refused = Assert.Throws<RequestArgumentException>(() => CallerTokens.Read(file));
        Assert.Contains(hint, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("0123456789abcdef", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_others_may_read_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has other permissions.");
        File.WriteAllText(file, $"ci {Token}");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.GroupRead);
        }

        Assert.Contains("chmod 600", Assert.Throws<RequestArgumentException>(() => CallerTokens.Read(file)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_refused() =>
        Assert.Contains("can't be read", Assert.Throws<RequestArgumentException>(() => CallerTokens.Read(file + ".none")).Message, StringComparison.Ordinal);
}
