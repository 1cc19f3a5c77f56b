BeforeDiscovery {
    $rules = @(
        # Of the conversations themselves: no code, and a text or a list in place of errors.
        @{ Shown = 'a conversation that is not there'; Code = ''; Status = 404; Command = 'Get-TelnyxConversation $absent'; Target = '$absent'; Advice = 'id' }
        @{ Shown = 'messages of one that is not there'; Code = ''; Status = 404; Command = 'Get-TelnyxConversationMessage $absent'; Target = '$absent'; Advice = 'id' }
        @{ Shown = 'insights of one that is not there'; Code = ''; Status = 404; Command = 'Get-TelnyxConversationInsight $absent'; Target = '$absent'; Advice = 'id' }
        @{ Shown = 'an update of one that is not there'; Code = ''; Status = 404; Command = 'Set-TelnyxConversation $absent -Metadata @{ a = "b" }'; Target = '$absent'; Advice = 'id' }
        @{ Shown = 'alternatives that it does not know'; Code = ''; Status = 422; Command = 'Get-TelnyxConversation -Or colour.eq.red'; Advice = 'Get-Help' }
        @{ Shown = 'a key that belongs to another request'; Code = '10027'; Status = 422; Arrange = '$null = New-TelnyxConversation one -IdempotencyKey k'
            Command = 'New-TelnyxConversation two -IdempotencyKey k'; Target = '"two"'; Advice = 'another -IdempotencyKey' }
        @{ Shown = 'too many requests'; Code = '10011'; Status = 429; Option = @{ ThrottleShare = 1 }; Command = 'Get-TelnyxConversation $absent'; Target = '$absent'; Advice = '-ThrottleLimit' }
        @{ Shown = 'too many writes'; Code = '10011'; Status = 429; Option = @{ WriteLimitPerSecond = 1; Now = '2026-06-15T12:00:00Z' }
            Arrange = '$null = New-TelnyxConversation one'; Command = 'New-TelnyxConversation two'; Target = '"two"'; Advice = '-ThrottleLimit' }
        @{ Shown = 'a fault of its own'; Code = '10007'; Status = 500; Option = @{ ServerErrorShare = 1 }; Command = 'Get-TelnyxConversation $absent'; Target = '$absent'; Advice = 'later' }
    )

    $planned = @(
        @{ Shown = 'something that is not there'; Code = '10005'; Status = 404; Command = 'Get-TelnyxConversation $absent'; Target = '$absent'; Advice = 'Check' }
        @{ Shown = 'a key that is none'; Code = '10009'; Status = 401; Command = 'Get-TelnyxConversation $absent'; Target = '$absent'; Advice = 'API v2' }
        @{ Shown = 'a key that is none, by its other code'; Code = '10004'; Status = 401; Command = 'Get-TelnyxConversation $absent'; Target = '$absent'; Advice = 'API v2' }
        @{ Shown = 'a key that may not'; Code = '10010'; Status = 403; Command = 'Remove-TelnyxConversation $absent -Confirm:$false'; Target = '$absent'; Advice = 'organization' }
        @{ Shown = 'a bad request'; Code = '10015'; Status = 400; Command = 'New-TelnyxConversation one'; Target = '"one"'; Advice = 'parameter' }
        @{ Shown = 'a key whose request is still running'; Code = '10036'; Status = 409; Command = 'New-TelnyxConversation one -IdempotencyKey k'; Target = '"one"'; Advice = '-IdempotencyKey k' }
    ) | ForEach-Object { $_ + @{ Option = @{ FailWith = $_.Code; FailStatus = $_.Status } } }
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Refusals.ps1"

    $absent = '00000000-0000-4000-8000-000000000000'
    $other = '00000000-0000-4000-8000-000000000001'
}

AfterAll { Close-Connection }

Describe 'A refusal of Telnyx' {
    It 'of <Shown> is an error with its code, its category, its input and what to do' -ForEach ($rules + $planned) {
        $null = Open-ProviderSandbox Telnyx ($Option ?? @{})
        if ($Arrange) { . ([scriptblock]::Create($Arrange)) }
        $given = if ($Target) { . ([scriptblock]::Create($Target)) }
        $exception = Assert-Refusal (Get-ErrorOf ([scriptblock]::Create($Command))) Telnyx $Code $Status $given $Advice
        $exception.RequestId | Should -Match '^[0-9a-f-]{36}$'
        if ($Code) { $exception.MoreInfo | Should -BeLike "https://*/$Code" }
    }

    It 'says what is wrong, and where' {
        $null = Open-ProviderSandbox Telnyx
        $found = Get-ErrorOf { Get-TelnyxConversation -Or colour.eq.red }
        $found.Exception.ProviderMessage | Should -BeLike '*colour*(query.or).'
    }

    It 'ends the command when the credentials are refused, and is one item''s otherwise' {
        $null = Open-ProviderSandbox Telnyx @{ FailWith = '10009' }
        (Get-EndOf { $absent, $other | Remove-TelnyxConversation -Confirm:$false -ThrottleLimit 1 }).FullyQualifiedErrorId | Should -BeLike 'Telnyx.10009,*'
        @(Get-Sent Sandbox-Telnyx).Count | Should -Be 1

        $null = Open-ProviderSandbox Telnyx @{ FailWith = '10010' }
        Get-EndOf { $absent, $other | Remove-TelnyxConversation -Confirm:$false -ThrottleLimit 1 } | Should -BeNullOrEmpty
        @(Get-Sent Sandbox-Telnyx).Count | Should -Be 2
    }

    It 'is about the object that was piped' {
        $null = Open-ProviderSandbox Telnyx @{ Conversations = 5; FailWith = '10010'; FailOn = 'Writes' }
        $conversation = Get-TelnyxConversation -First 1
        $found = Get-ErrorOf { $conversation | Remove-TelnyxConversation -Confirm:$false; $conversation | Set-TelnyxConversation -Metadata @{ a = 'b' } }
        $found.Count | Should -Be 2
        $found.TargetObject.ConversationId | Should -Be @($conversation.ConversationId, $conversation.ConversationId)
    }
}
