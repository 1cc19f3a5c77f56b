using System.Text.Json;
using ConversationsAdmin.Core.Telnyx;
using Xunit;

namespace ConversationsAdmin.Tests.Core;

public sealed class RowFilterTests
{
    [Theory]
    [InlineData("eq.Test", "\"Test\"", true)]
    [InlineData("eq.Test", "\"test\"", false)]
    [InlineData("eq.Test", "\"Test \"", false)]
    [InlineData("eq.a.b", "\"a.b\"", true)]
    [InlineData("eq.100%", "\"100%\"", true)]
    [InlineData("eq.100%", "\"1000\"", false)]
    [InlineData("eq.Müller", "\"Müller\"", true)]
    [InlineData("eq.Müller", "\"Muller\"", false)]
    [InlineData("eq.+13125550100", "\"+13125550100\"", true)]
    [InlineData("eq.+13125550100", "\" 13125550100\"", false)]
    [InlineData("eq.2026-01-01", "\"2026-01-01\"", true)]
    [InlineData("neq.Test", "\"Other\"", true)]
    [InlineData("neq.Test", "\"Test\"", false)]
    [InlineData("not.eq.Test", "\"Other\"", true)]
    [InlineData("not.eq.Test", "\"Test\"", false)]
    [InlineData("eq.Test", "null", false)]
    [InlineData("neq.Test", "null", false)]
    [InlineData("not.eq.Test", "null", false)]
    public void Texts_are_equal_or_not(string filter, string json, bool expected) => Holds(filter, json, expected);

    [Theory]
    [InlineData("eq.5", "5", true)]
    [InlineData("eq.5", "\"5\"", true)]
    [InlineData("eq.5", "50", false)]
    [InlineData("eq.true", "true", true)]
    [InlineData("eq.false", "false", true)]
    [InlineData("eq.true", "false", false)]
    [InlineData("eq.true", "\"true\"", true)]
    [InlineData("neq.true", "true", false)]
    [InlineData("is.true", "true", true)]
    [InlineData("is.false", "true", false)]
    [InlineData("is.null", "null", true)]
    [InlineData("is.null", "\"\"", false)]
    [InlineData("not.is.null", "\"x\"", true)]
    [InlineData("not.is.null", "null", false)]
    public void Numbers_and_booleans_are_what_the_provider_writes(string filter, string json, bool expected) => Holds(filter, json, expected);

    [Theory]
    [InlineData("gte.2026-01-01", "\"2026-01-01T00:00:00.000Z\"", true)]
    [InlineData("gt.2026-01-01", "\"2026-01-01T00:00:00.000Z\"", false)]
    [InlineData("gte.2026-01-01T00:00:00Z", "\"2026-01-01T01:00:00+02:00\"", false)]
    [InlineData("gte.2026-01-01T00:00:00Z", "\"2026-01-01T02:00:00+02:00\"", true)]
    [InlineData("gt.2026-01-01T00:00:00.000001Z", "\"2026-01-01T00:00:00.000002Z\"", true)]
    [InlineData("gt.2026-01-01T00:00:00.000002Z", "\"2026-01-01T00:00:00.000002Z\"", false)]
    [InlineData("lte.2026-01-01T00:00:00Z", "\"2025-12-31T23:59:59.999999Z\"", true)]
    [InlineData("lt.2026-01-01T00:00:00Z", "\"2026-01-01T00:00:00Z\"", false)]
    [InlineData("eq.2026-01-01T00:00:00Z", "\"2026-01-01T00:00:00.000Z\"", true)]
    [InlineData("not.lt.2026-01-01", "\"2026-01-01T00:00:00Z\"", true)]
    public void Dates_are_moments(string filter, string json, bool expected) => Holds(filter, json, expected);

    [Theory]
    [InlineData("like.Voice%", "\"Voice one\"", true)]
    [InlineData("like.Voice%", "\"voice one\"", false)]
    [InlineData("like.Voice*", "\"Voice one\"", true)]
    [InlineData("ilike.VOICE%", "\"voice one\"", true)]
    [InlineData("like.Voice", "\"Voice one\"", false)]
    [InlineData("like.a_c", "\"abc\"", true)]
    [InlineData("like.a_c", "\"ac\"", false)]
    [InlineData("like.a\\_c", "\"a_c\"", true)]
    [InlineData("like.a\\_c", "\"abc\"", false)]
    [InlineData("like.100\\%%", "\"100% new\"", true)]
    [InlineData("like.100\\%%", "\"1000 new\"", false)]
    [InlineData("like.a\\\\%", "\"a\\\\b\"", true)]
    [InlineData("like.(a)[b]+.?%", "\"(a)[b]+.? and more\"", true)]
    [InlineData("like.(a)[b]+.?%", "\"ab\"", false)]
    [InlineData("like.%", "\"two\\nlines\"", true)]
    [InlineData("like.one", "\"one\\n\"", false)]
    [InlineData("like.%", "null", false)]
    [InlineData("not.like.V%", "\"voice\"", true)]
    [InlineData("not.like.V%", "\"Voice\"", false)]
    public void Patterns_match_as_in_the_providers_database(string filter, string json, bool expected) => Holds(filter, json, expected);

    [Theory]
    [InlineData("in.(a,b)", "\"b\"", true)]
    [InlineData("in.(a,b)", "\"c\"", false)]
    [InlineData("in.(\"a\",\"b\")", "\"a\"", true)]
    [InlineData("not.in.(a,b)", "\"c\"", true)]
    public void Lists_hold_what_they_name(string filter, string json, bool expected) => Holds(filter, json, expected);

    [Theory]
    [InlineData("")]
    [InlineData("eq")]
    [InlineData("eq.")]
    [InlineData("eq. ")]
    [InlineData("Test")]
    [InlineData("equals.Test")]
    [InlineData("not.Test")]
    [InlineData("not.eq.")]
    [InlineData("EQ.Test")]
    public void What_is_no_filter_is_none(string text)
    {
        Assert.False(RowFilter.TryParse(text, out var filter));
        Assert.Null(filter);
    }

    [Theory]
    [InlineData("eq.x", false)]
    [InlineData("neq.x", false)]
    [InlineData("like.%", false)]
    [InlineData("is.null", true)]
    [InlineData("not.is.null", false)]
    public void What_a_row_lacks_is_null(string text, bool expected)
    {
        Assert.True(RowFilter.TryParse(text, out var filter));
        Assert.Equal(expected, filter!.Matches(null));
    }

    private static void Holds(string text, string json, bool expected)
    {
        Assert.True(RowFilter.TryParse(text, out var filter));
        using var document = JsonDocument.Parse(json);
        Assert.Equal(expected, filter!.Matches(document.RootElement));
    }
}
