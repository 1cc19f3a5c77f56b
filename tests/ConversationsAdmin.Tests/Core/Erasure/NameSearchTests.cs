using ConversationsAdmin.Core.Erasure;
using Xunit;

namespace ConversationsAdmin.Tests.Core.Erasure;

/// <summary>Where a text names somebody.</summary>
public sealed class NameSearchTests
{
    [Theory]
    [InlineData("ann", "Ann", "#")]
    [InlineData("ann", "ask Ann, @ann: or (ANN)!", "ask #, @#: or (#)!")]
    [InlineData("ann", "Joann plans annually, ann_2 and ann2", "Joann plans annually, ann_2 and ann2")]
    [InlineData("ann", "ann's mail. It is ann.", "#'s mail. It is #.")]
    [InlineData("ann", "ann.smith ann@x.com x@ann.com ann+x", "ann.smith ann@x.com x@ann.com ann+x")]
    [InlineData("ann", "chat-ann, ann-marie, - ann - and ann-", "chat-ann, ann-marie, - # - and #-")]
    [InlineData("smith@example.com", "ask ann-smith@example.com", "ask ann-smith@example.com")]
    [InlineData("ann", "https://x/users/ann/edit?u=ann", "https://x/users/#/edit?u=#")]
    [InlineData("ann", "ann ann annann", "# # annann")]
    [InlineData("ann", "ann😀ann", "#😀#")]
    [InlineData("ann", "anné ann\u0301", "anné ann\u0301")]
    [InlineData("chloé", "CHLOÉ", "#")]
    [InlineData("a.b@c.com", "<a.b@c.com> a.b@c.com.", "<#> #.")]
    [InlineData("a.b@c.com", "xa.b@c.com a.b@c.com.au", "xa.b@c.com a.b@c.com.au")]
    [InlineData("+1555", "whatsapp:+1555 x+1555 +15556", "whatsapp:# x# +15556")]
    [InlineData("ann+", "ann+ ann+x", "# #x")]
    [InlineData("$1", "pay $1 or $12", "pay # or $12")]
    public void A_name_is_replaced_as_a_word_of_its_own(string name, string text, string replaced) => Assert.Equal(replaced, new NameSearch(name).Replace(text, "#"));

    [Theory]
    [InlineData("ann and bob", Mention.Whole)]
    [InlineData("ann.smith", Mention.Part)]
    [InlineData("ann.smith and ann", Mention.Whole | Mention.Part)]
    [InlineData("planning", Mention.None)]
    [InlineData("", Mention.None)]
    [InlineData(null, Mention.None)]
    public void A_part_of_a_longer_name_is_told(string? text, object mention) => Assert.Equal((Mention)mention, new NameSearch("ann").Find(text));

    [Theory]
    [InlineData("""{"a":"ann","b":["x ann",{"ann":1}]}""", """{"a":"#","b":["x #",{"#":1}]}""")]
    [InlineData("""{"ann":1,"ANN":2,"#":3}""", """{"# 2":1,"# 3":2,"#":3}""")]
    [InlineData("""{"a":"\u0061nn","n":1.50,"t":true,"z":null,"s":"é<\"/"}""", """{"a":"#","n":1.50,"t":true,"z":null,"s":"é<\"/"}""")]
    [InlineData("\"ann\"", "\"#\"")]
    [InlineData("{not json of ann", "{not json of #")]
    [InlineData("""{"t":"\\ud83d","who":"ann"}""", """{"t":"\\ud83d","who":"#"}""")]
    public void A_name_is_replaced_in_json(string json, string replaced)
    {
        var names = new JsonNames(new NameSearch("ann"));
        Assert.Equal(Mention.Whole, names.Find(json));
        Assert.Equal(replaced, names.Replace(json, "#"));
    }

    [Fact]
    public void A_number_can_be_a_name()
    {
        var names = new JsonNames(new NameSearch("42"));
        Assert.Equal("""{"id":"#","n":[420,-42,4.2]}""", names.Replace("""{"id":42,"n":[420,-42,4.2]}""", "#"));
        Assert.Equal(Mention.None, names.Find("""{"n":[420,-42,42.5]}"""));
    }
}
