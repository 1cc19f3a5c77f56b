using System.Text;

namespace ConversationsAdmin.Sandbox.Telnyx.Filters;

/// <summary>Reads the pieces of a filter from left to right.</summary>
internal sealed class FilterReader(string text)
{
    private int at;

    public bool AtEnd => at == text.Length;

    public bool TryTake(string expected)
    {
        if (string.CompareOrdinal(text, at, expected, 0, expected.Length) != 0)
            return false;
        at += expected.Length;
        return true;
    }

    public void Demand(string expected)
    {
        if (!TryTake(expected))
            throw new FormatException($"At character {at + 1} there has to be '{expected}'.");
    }

    public void DemandEnd()
    {
        if (!AtEnd)
            throw new FormatException($"At character {at + 1} there has to be the end.");
    }

    public string Rest()
    {
        var rest = text[at..];
        at = text.Length;
        return rest;
    }

    /// <summary>A name, and the dot behind it; what stands in quotes may have dots of its own.</summary>
    public string NameBeforeDot()
    {
        var name = new StringBuilder();
        while (!AtEnd && text[at] != '.')
        {
            if (text[at] == '"')
                name.Append(Quoted());
            else
                name.Append(text[at++]);
        }
        Demand(".");
        return name.ToString();
    }

    /// <summary>One value of several, in quotes if it has a comma or a bracket.</summary>
    public string Value()
    {
        if (!AtEnd && text[at] == '"')
            return Quoted();
        var end = text.IndexOfAny([',', ')'], at);
        if (end < 0)
            throw new FormatException("A closing bracket is missing.");
        var value = text[at..end];
        at = end;
        return value;
    }

    public List<string> Values()
    {
        Demand("(");
        var values = new List<string>();
        if (TryTake(")"))
            return values;
        do
            values.Add(Value());
        while (TryTake(","));
        Demand(")");
        return values;
    }

    private string Quoted()
    {
        var value = new StringBuilder();
        for (at++; !AtEnd; at++)
        {
            if (text[at] == '"')
            {
                at++;
                return value.ToString();
            }
            if (text[at] == '\\' && at + 1 < text.Length)
                at++;
            value.Append(text[at]);
        }
        throw new FormatException("A closing quotation mark is missing.");
    }
}
