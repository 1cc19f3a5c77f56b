using System.Reflection;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Sandbox.Twilio;
using Xunit;

namespace ConversationsAdmin.Tests.Core;

public sealed class AdviceTests
{
    // For these the general advice for the status is the advice for the code.
    private static readonly int[] General = [TwilioCode.NotAuthenticated, TwilioCode.NotFound, TwilioCode.TooManyRequests, TwilioCode.InternalError];

    public static TheoryData<string, int> CodesOfTheSandbox()
    {
        var cases = new TheoryData<string, int>();
        foreach (var field in typeof(TwilioCode).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral))
        {
            cases.Add(field.Name, (int)field.GetRawConstantValue()!);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(CodesOfTheSandbox))]
    public void Every_code_that_the_sandbox_answers_has_advice_of_its_own(string name, int code)
    {
        var advice = TwilioAdvice.For($"{code}", TwilioStatus.Of(code), retryAfter: null, blockingConversation: null);
        Assert.False(string.IsNullOrWhiteSpace(advice), name);
        Assert.EndsWith(".", advice);
        Assert.Equal(General.Contains(code), advice == TwilioAdvice.For(code: null, TwilioStatus.Of(code), retryAfter: null, blockingConversation: null));
    }

    [Fact]
    public void The_sandbox_answers_more_codes_than_a_few() => Assert.InRange(CodesOfTheSandbox().Count, 60, 1000);
}
