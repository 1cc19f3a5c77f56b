using System.Net;
using System.Net.Http.Headers;
using Xunit;

namespace ConversationsAdmin.Tests.Gateway.OpenApi;

/// <summary>The document and its page, as a browser gets them that has no token yet.</summary>
public sealed class DocumentPageTests
{
    [Fact]
    public async Task The_document_is_json_and_is_not_sent_again_to_who_has_it()
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        using var browser = BrowserAt(gateway);
        using var first = await browser.GetAsync("/openapi.json");
        Assert.Equal((HttpStatusCode.OK, "application/json"), (first.StatusCode, first.Content.Headers.ContentType?.MediaType));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/openapi.json");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await browser.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        using var other = new HttpRequestMessage(HttpMethod.Get, "/openapi.json");
        other.Headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"other\""));
        using var third = await browser.SendAsync(other);
        Assert.Equal(HttpStatusCode.OK, third.StatusCode);
    }

    [Theory]
    [InlineData("/index.html", "text/html")]
    [InlineData("/index.js", "application/javascript")]
    [InlineData("/swagger-ui.css", "text/css")]
    [InlineData("/swagger-ui-bundle.js", "text/javascript")]
    public async Task The_page_is_all_there_and_may_load_and_call_its_own_origin_only(string path, string contentType)
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        using var browser = BrowserAt(gateway);
        using var answer = await browser.GetAsync(path);
        Assert.Equal((HttpStatusCode.OK, contentType), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var policy = string.Join(';', answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy);
        Assert.Contains("connect-src 'self'", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.DoesNotContain("script-src 'self' 'unsafe", policy);
    }

    [Fact]
    public async Task The_root_leads_to_the_page()
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        using var browser = BrowserAt(gateway);
        using var answer = await browser.GetAsync("/");
        Assert.Equal((HttpStatusCode.MovedPermanently, "index.html"), (answer.StatusCode, answer.Headers.Location?.OriginalString.TrimStart('.', '/')));
        using var page = await browser.GetAsync(new Uri(gateway.RestAddress, answer.Headers.Location!));
        var html = await page.Content.ReadAsStringAsync();
        Assert.Contains("<title>conv gateway</title>", html);
    }

    private static HttpClient BrowserAt(GatewayUnderTest gateway) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = gateway.RestAddress };
}
