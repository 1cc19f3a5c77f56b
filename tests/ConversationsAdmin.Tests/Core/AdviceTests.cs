using System.Reflection;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Sandbox.Twilio;
using ConversationsAdmin.Sandbox.Twilio.Proxy;
using Xunit;

namespace ConversationsAdmin.Tests.Core;

public sealed class AdviceTests
{
    public static TheoryData<string, int> CodesOfTheSandbox()
    {
        var cases = new TheoryData<string, int>();
        var codes = new[] { typeof(TwilioCode), typeof(ProxyCode) }.SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static));
        foreach (var field in codes.Where(field => field.IsLiteral))
        {
            cases.Add(field.Name, (int)field.GetRawConstantValue()!);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(CodesOfTheSandbox))]
    public void Every_code_that_the_sandbox_answers_has_advice_of_its_own(string name, int code)
    {
        var advice = TwilioAdvice.For($"{code}", TwilioStatus.Of(code), blockingConversation: null);
        Assert.False(string.IsNullOrWhiteSpace(advice), name);
        Assert.EndsWith(".", advice);
        Assert.Equal(code == TwilioCode.NotFound, advice == TwilioAdvice.For(code: null, status: 404, blockingConversation: null));
    }

    [Fact]
    public void The_sandbox_answers_more_codes_than_a_few() => Assert.InRange(CodesOfTheSandbox().Count, 60, 1000);
}
