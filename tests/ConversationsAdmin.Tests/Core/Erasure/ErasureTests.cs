using ConversationsAdmin.Core.Erasure;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Sandbox;
using ConversationsAdmin.Tests.Core.Files;
using Xunit;

namespace ConversationsAdmin.Tests.Core.Erasure;

/// <summary>What an erasure does with each thing that carries a person.</summary>
public sealed class ErasureTests
{
    [Fact]
    public async Task A_trial_finds_the_same_and_sends_no_change()
    {
        using var scene = new ErasureScene();
        await scene.AddConversationAsync(("FriendlyName", $"Order of {ErasureScene.Identity}"));
        await scene.AddConversationAsync();
        scene.Options = scene.Options with { IsTrial = true, ArchivePath = "/never/made.jsonl", JournalPath = "/never/made" };
        var writes = scene.Writes;
        Assert.True(await scene.EraseAsync());
        Assert.Equal(writes, scene.Writes);
        Assert.All(scene.Evidence, evidence => Assert.Equal(ErasureStatus.WouldDo, evidence.Status));
        var found = scene.Evidence.Select(evidence => (evidence.Id, evidence.Action)).Order().ToArray();

        scene.Options = new ErasureOptions();
        await scene.EraseAsync();
        Assert.Equal(found, scene.Evidence.Select(evidence => (evidence.Id, evidence.Action)).Order());
    }

    [Fact]
    public async Task Redacted_messages_stay_without_author_body_and_attributes_and_media_go()
    {
        using var scene = new ErasureScene();
        var sid = await scene.AddConversationAsync();
        var media = await scene.SendAsync(MessageResource.Create, sid, ("Author", ErasureScene.Identity), ("MediaSid", $"ME{new string('1', 32)}"));
        var template = await scene.SendAsync(MessageResource.Create, sid, ("Author", ErasureScene.Identity), ("ContentSid", $"HX{new string('1', 32)}"));
        scene.Options = scene.Options with { Messages = MessageErasure.Redact, Replacement = "(gone)" };
        await scene.EraseAsync();
        var messages = await scene.MessagesAsync(sid);
        Assert.Equal(4, messages.Length);
        Assert.Equal(2, messages.Count(message => (message.Author, message.Body, message.AttributesJson) == ("(gone)", "(gone)", "{}")));
        Assert.Contains(messages, message => message.Body == "Hello (gone), how are you?");
        Assert.Contains("Media", scene.Evidence.Single(evidence => evidence.Id == media).Why);
        Assert.Contains("template", scene.Evidence.Single(evidence => evidence.Id == template).Why);
        Assert.All(scene.Evidence, evidence => Assert.Equal(ErasureStatus.Done, evidence.Status));
    }

    [Fact]
    public async Task Attributes_keep_all_that_is_not_the_name()
    {
        using var scene = new ErasureScene();
        var sid = await scene.AddConversationAsync(("Attributes", $$"""{"of":{"{{ErasureScene.Identity}}":[1.50,null,true]},"n":12345678901234567890}"""));
        await scene.EraseAsync();
        Assert.Equal("""{"of":{"[erased]":[1.50,null,true]},"n":12345678901234567890}""", (await scene.ConversationAsync(sid)).AttributesJson);
        Assert.Equal("""{"knows":["[erased]",1.50]}""", Assert.Single(await scene.ParticipantsAsync(sid)).AttributesJson);
    }

    [Fact]
    public async Task Names_of_conversations_stay_unique()
    {
        using var scene = new ErasureScene();
        var first = await scene.AddConversationAsync(("UniqueName", ErasureScene.Identity), ("FriendlyName", $"For {ErasureScene.Identity}."));
        var second = await scene.AddConversationAsync(("UniqueName", ErasureScene.Identity.ToUpperInvariant()));
        await scene.EraseAsync();
        Assert.Equal($"[erased]-{first}", (await scene.ConversationAsync(first)).UniqueName);
        Assert.Equal("For [erased].", (await scene.ConversationAsync(first)).FriendlyName);
        Assert.Equal($"[erased]-{second}", (await scene.ConversationAsync(second)).UniqueName);
        Assert.All(scene.Evidence, evidence => Assert.Equal(ErasureStatus.Done, evidence.Status));
    }

    [Fact]
    public async Task Who_has_left_is_found_only_in_every_conversation()
    {
        using var scene = new ErasureScene();
        var sid = await scene.AddConversationAsync();
        await scene.RemoveAsync(ParticipantResource.Delete, sid, (await scene.ParticipantsAsync(sid)).Single(participant => participant.Identity == ErasureScene.Identity).ParticipantSid);
        scene.Options = scene.Options with { KeepUser = true };
        await scene.EraseAsync();
        Assert.Equal((ErasureKind.User, ErasureAction.Kept, ErasureStatus.Kept), Assert.Single(scene.Evidence.Select(evidence => (evidence.Kind, evidence.Action, evidence.Status))));
        Assert.Equal(4, (await scene.MessagesAsync(sid)).Length);

        scene.Options = scene.Options with { KeepUser = false, EveryConversation = true };
        await scene.EraseAsync();
        Assert.Equal(["Hello [erased], how are you?", "Goodbye"], (await scene.MessagesAsync(sid)).Select(message => message.Body));
        Assert.DoesNotContain((await scene.DumpAsync()).Values, row => row.ToJsonString().Contains(ErasureScene.Identity, StringComparison.OrdinalIgnoreCase));
        Assert.Equal([ErasureKind.Message, ErasureKind.Participant, ErasureKind.User], scene.Evidence.Select(evidence => evidence.Kind).Distinct().Order());
    }

    [Fact]
    public async Task A_failing_message_lets_the_others_go_on_and_the_same_command_finishes()
    {
        using var scene = new ErasureScene(options: new SandboxOptions { FailWith = "20001", FailOn = FailScope.Deletes, FailFirst = 1 });
        await scene.AddConversationAsync();
        await scene.AddConversationAsync();
        await scene.EraseAsync();
        var failed = Assert.Single(scene.Outcomes, outcome => outcome.Evidence.Status == ErasureStatus.Failed);
        Assert.Equal((ErasureKind.Message, "Twilio.20001"), (failed.Evidence.Kind, failed.Evidence.Error));
        Assert.NotNull(failed.Error);

        // By its participant the conversation is found again, and the user waits for it.
        Assert.Equal([ErasureKind.Participant, ErasureKind.User], scene.Evidence.Where(evidence => evidence.Status == ErasureStatus.Remains).Select(evidence => evidence.Kind).Order());
        Assert.Equal(3, scene.Evidence.Count(evidence => evidence is { Kind: ErasureKind.Message, Action: ErasureAction.Removed, Status: ErasureStatus.Done }));

        await scene.EraseAsync();
        Assert.Equal([failed.Evidence.Id], scene.Evidence.Where(evidence => evidence.Kind == ErasureKind.Message).Select(evidence => evidence.Id));
        Assert.All(scene.Evidence, evidence => Assert.Equal(ErasureStatus.Done, evidence.Status));
        Assert.DoesNotContain((await scene.DumpAsync()).Values, row => row.ToJsonString().Contains(ErasureScene.Identity, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(failed.Evidence.ConversationSid, Assert.Single(scene.Evidence.Select(evidence => evidence.ConversationSid).OfType<string>().Distinct()));
    }

    [Fact]
    public async Task In_a_closed_conversation_what_can_not_be_changed_remains_and_the_person_goes()
    {
        using var scene = new ErasureScene();
        var sid = await scene.AddConversationAsync(("FriendlyName", ErasureScene.Identity));
        await scene.SetAsync(sid, ("State", "closed"));
        scene.Options = scene.Options with { Messages = MessageErasure.Redact };
        await scene.EraseAsync();
        Assert.Equal([ErasureScene.Other, ErasureScene.Other], (await scene.MessagesAsync(sid)).Select(message => message.Author));
        Assert.Equal(ErasureScene.Other, Assert.Single(await scene.ParticipantsAsync(sid)).Identity);
        var remains = scene.Evidence.Where(evidence => evidence.Status == ErasureStatus.Remains).ToArray();
        Assert.Equal(
            [ErasureKind.Conversation, ErasureKind.Message, ErasureKind.Message, ErasureKind.Participant, ErasureKind.User], remains.Select(evidence => evidence.Kind).Order());
        Assert.All(remains.Where(evidence => evidence.Kind != ErasureKind.User), evidence => Assert.Contains("closed", evidence.Why));
    }

    [Fact]
    public async Task A_part_of_a_longer_name_is_left_and_told()
    {
        using var scene = new ErasureScene { Person = ErasedPerson.OfIdentity("ann") };
        var sid = (await scene.Session.CreateConversationAsync(scene.Server)).ConversationSid;
        await scene.SendAsync(ParticipantResource.Create, sid, ("Identity", "ann"));
        var partly = await scene.SayAsync(sid, "bob", "ann.smith is another, planning goes on");
        var mixed = await scene.SayAsync(sid, "bob", "Ann and ann.smith");
        await scene.SayAsync(sid, "bob", "planning with Joann");
        await scene.EraseAsync();
        Assert.Equal(["ann.smith is another, planning goes on", "[erased] and ann.smith", "planning with Joann"], (await scene.MessagesAsync(sid)).Select(message => message.Body));
        var evidence = scene.Evidence.Where(evidence => evidence.Kind == ErasureKind.Message).ToDictionary(evidence => evidence.Id);
        Assert.Equal([partly, mixed], evidence.Keys);
        Assert.Equal((ErasureAction.Kept, ErasureStatus.Kept), (evidence[partly].Action, evidence[partly].Status));
        Assert.Equal((ErasureAction.Redacted, ErasureStatus.Done), (evidence[mixed].Action, evidence[mixed].Status));
        Assert.Contains("longer", evidence[mixed].Why);
    }

    [Fact]
    public async Task An_address_is_erased_with_what_it_wrote()
    {
        const string Address = "+15005550123";
        using var scene = new ErasureScene { Person = ErasedPerson.OfAddress(Address) };
        var sid = (await scene.Session.CreateConversationAsync(scene.Server)).ConversationSid;
        var kept = await scene.SendAsync(ParticipantResource.Create, sid, ("Identity", "bob"));
        await scene.SendAsync(ParticipantResource.Create, sid, ("MessagingBinding.Address", Address), ("MessagingBinding.ProxyAddress", "+15017122661"));
        await scene.SayAsync(sid, Address, "Hi");
        await scene.SayAsync(sid, "bob", $"Call whatsapp:{Address}, not {Address}4", ("Attributes", """{"phone":15005550123}"""));
        await scene.EraseAsync();
        var message = Assert.Single(await scene.MessagesAsync(sid));
        Assert.Equal(("Call whatsapp:[erased], not +150055501234", """{"phone":15005550123}"""), (message.Body, message.AttributesJson));
        Assert.Equal(kept, Assert.Single(await scene.ParticipantsAsync(sid)).ParticipantSid);
        Assert.All(scene.Evidence, evidence => Assert.Equal(ErasureStatus.Done, evidence.Status));
    }

    [Fact]
    public async Task Push_bindings_go_with_the_user()
    {
        using var scene = new ErasureScene();
        var bindings = await scene.Session.AllAsync(Requests.Of(BindingResource.List, ("ChatServiceSid", scene.Service)), BindingResource.Read);
        scene.Person = ErasedPerson.OfIdentity(bindings[0].Identity!);
        await scene.EraseAsync();
        Assert.Equal(
            bindings.Where(binding => binding.Identity == bindings[0].Identity).Select(binding => binding.BindingSid).Order(),
            scene.Evidence.Where(evidence => evidence.Kind == ErasureKind.Binding).Select(evidence => evidence.Id).Order());
        var left = await scene.Session.AllAsync(Requests.Of(BindingResource.List, ("ChatServiceSid", scene.Service)), BindingResource.Read);
        Assert.Equal(bindings.Count(binding => binding.Identity != bindings[0].Identity), left.Count);
    }

    [Fact]
    public async Task Upper_and_lower_case_make_another_identity()
    {
        using var scene = new ErasureScene { Person = ErasedPerson.OfIdentity(ErasureScene.Identity.ToUpperInvariant()) };
        await scene.AddConversationAsync();
        await scene.EraseAsync();
        Assert.Empty(scene.Outcomes);
    }

    [Fact]
    public async Task The_evidence_names_nobody_and_has_the_hash_of_the_name()
    {
        using var scene = new ErasureScene();
        await scene.AddConversationAsync();
        await scene.EraseAsync();
        var text = System.Text.Json.JsonSerializer.Serialize(scene.Evidence);
        Assert.DoesNotContain("lovelace", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Hello", text, StringComparison.Ordinal);
        Assert.All(scene.Evidence, evidence => Assert.Equal(
            Convert.ToHexString(System.Security.Cryptography.SHA256.HashData("ada.lovelace@example.com"u8)).ToLowerInvariant(), evidence.PersonSha256));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t")]
    [InlineData("*")]
    [InlineData("ann?")]
    [InlineData(" ann")]
    [InlineData("ann\n")]
    [InlineData("system")]
    [InlineData("US00000000000000000000000000000001")]
    public void What_is_no_identity_of_one_person_is_refused(string identity) =>
        Assert.Equal("Identity", Assert.Throws<RequestArgumentException>(() => ErasedPerson.OfIdentity(identity)).Parameter);

    [Fact]
    public void A_replacement_that_names_the_person_is_refused() => Assert.Throws<RequestArgumentException>(
        () => new ErasureOptions { Replacement = "was Ann" }.Check(ErasedPerson.OfIdentity("ann")));

    [Fact]
    public async Task What_others_change_meanwhile_is_not_written_over_and_is_archived()
    {
        using var folder = new TemporaryFolder();
        using var scene = new ErasureScene();
        var conversation = await scene.AddConversationAsync(("Attributes", $$"""{"customer":"{{ErasureScene.Identity}}","status":"open"}"""));
        var archive = folder.FileNamed("a.jsonl");
        scene.Options = scene.Options with { ArchivePath = archive, ThrottleLimit = 1 };
        var message = (await scene.MessagesAsync(conversation)).First(message => message.Author == ErasureScene.Other && message.Body!.Contains("Hello", StringComparison.Ordinal));
        var changed = false;
        scene.MayRepeat = () =>
        {
            if (!changed && scene.Server.Record.Requests.Any(request => request.Method == "DELETE"))
            {
                changed = true;
                scene.SetAsync(conversation, ("Attributes", $$"""{"customer":"{{ErasureScene.Identity}}","status":"PAID"}""")).GetAwaiter().GetResult();
                scene.SendAsync(MessageResource.Update, conversation, ("Sid", message.MessageSid), ("Body", $"Hello {ErasureScene.Identity}, CORRECTED")).GetAwaiter().GetResult();
            }

            return true;
        };
        Assert.True(await scene.EraseAsync());
        Assert.True(changed);
        Assert.Equal("""{"customer":"[erased]","status":"PAID"}""", (await scene.ConversationAsync(conversation)).AttributesJson);
        Assert.Contains(await scene.MessagesAsync(conversation), left => left.Body == "Hello [erased], CORRECTED");
        var archived = File.ReadAllText(archive);
        Assert.Contains("PAID", archived, StringComparison.Ordinal);
        Assert.Contains("CORRECTED", archived, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_came_since_an_erasure_that_was_finished_is_found_with_its_journal()
    {
        using var folder = new TemporaryFolder();
        using var scene = new ErasureScene();
        var conversation = (await scene.Session.CreateConversationAsync(scene.Server)).ConversationSid;
        scene.Options = scene.Options with { EveryConversation = true, JournalPath = folder.FileNamed("j.jsonl") };
        Assert.True(await scene.EraseAsync());
        await scene.SayAsync(conversation, ErasureScene.Identity, "I was here");
        Assert.True(await scene.EraseAsync());
        Assert.Empty(await scene.MessagesAsync(conversation));
    }

    [Fact]
    public async Task Another_spelling_of_an_author_is_left_and_told()
    {
        using var scene = new ErasureScene();
        var conversation = await scene.AddConversationAsync();
        var sid = await scene.SayAsync(conversation, ErasureScene.Identity.ToUpperInvariant(), "Me too");
        Assert.True(await scene.EraseAsync());
        Assert.Equal((ErasureAction.Kept, ErasureStatus.Kept), scene.Evidence.Where(evidence => evidence.Id == sid).Select(evidence => (evidence.Action, evidence.Status)).Single());
    }
}
