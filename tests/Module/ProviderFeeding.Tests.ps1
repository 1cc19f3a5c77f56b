BeforeDiscovery {
    . "$PSScriptRoot/Samples.ps1"
    . "$PSScriptRoot/ProviderSamples.ps1"

    # What feeds another: its messages and insights belong to a conversation of Telnyx, and neither is read by itself.
    $ofParents = foreach ($form in $forms) { foreach ($get in 'Get-TelnyxConversationMessage', 'Get-TelnyxConversationInsight') { @{ Get = $get } + $form } }
    $readAgain = foreach ($resource in $ofOtherApis | Where-Object { $_['Remove'] }) { foreach ($form in $forms) { $resource + $form } }
    $gets = foreach ($resource in $ofTwilioConversations + $ofOtherApis) { @{ Get = "Get-$($resource.Type)"; Type = $resource.Type; IsNew = $resource -in $ofOtherApis } }
    $getsInForms = foreach ($get in $gets) { foreach ($form in $forms) { $get + $form } }
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Samples.ps1"
    . "$PSScriptRoot/ProviderSamples.ps1"
    Connect-EverySandbox
    $samples = @{}
    foreach ($resource in $ofTwilioConversations + $ofOtherApis) { $samples[$resource.Type] = @(Add-Sample $resource.Type) }
    $conversations = @(Get-TelnyxConversation -First 7)
}

AfterAll { Close-Connection }

Describe 'Conversations of Telnyx feed' {
    BeforeEach { Clear-EverySent }

    It '<Get> <Form>, one request for each' -ForEach $ofParents {
        $piped = @(& $Convert $conversations)
        $read = @($piped | & $Get)
        $read.Count | Should -BeGreaterThan 2
        $read.ResourceType | Select-Object -Unique | Should -Be ($Get -replace '^Get-')
        foreach ($id in $read.ConversationId | Sort-Object -Unique) { $conversations.ConversationId | Should -Contain $id }
        $of = @((Get-EverySent).Path -replace '/[a-z-]+$' -replace '.*/' | Sort-Object -Unique)
        $of | Should -Be ($conversations.ConversationId | Sort-Object)
    }

    It '<_> by the name of the property alone, as a hand-made file has it' -ForEach 'Get-TelnyxConversationMessage', 'Get-TelnyxConversationInsight' {
        $read = @($conversations | Select-Object ConversationId, ResourceType | & $_)
        ($read.ConversationId | Sort-Object -Unique) | Should -Be (@($conversations | & $_).ConversationId | Sort-Object -Unique)
    }

    It '<_> not without saying that they are conversations' -ForEach 'Get-TelnyxConversationMessage', 'Get-TelnyxConversationInsight' {
        $bare = @($conversations | Select-Object ConversationId)
        $refused = @(Get-ErrorOf { $bare | & $_ })
        $refused.Count | Should -Be $bare.Count
        $refused.FullyQualifiedErrorId | Should -BeLike 'WrongTarget,*'
        @(Get-EverySent).Count | Should -Be 0
    }
}

Describe 'What came from a conversation of Telnyx' {
    It 'reads that conversation again <Form>: <Type>' -ForEach @(
        foreach ($form in $forms) { foreach ($type in 'TelnyxConversationMessage', 'TelnyxConversationInsight') { @{ Type = $type } + $form } }
    ) {
        $piped = @(& $Convert $samples[$Type])
        ($piped | Get-TelnyxConversation).ConversationId | Sort-Object | Should -Be ($samples[$Type].ConversationId | Sort-Object)
    }
}

Describe 'An object of each type' {
    It 'is read again by its own Get- cmdlet, and nothing else is: <Type> <Form>' -ForEach $readAgain {
        $piped = @(& $Convert $samples[$Type])
        Clear-EverySent
        $again = @($piped | & "Get-$Type")
        ($again.$Identifier | Sort-Object) | Should -Be ($samples[$Type].$Identifier | Sort-Object)
        ((Get-EverySent).Path -replace '.*/' | Sort-Object) | Should -Be ($samples[$Type].$Identifier | Sort-Object)
    }

    It 'is read again as text is not, which PowerShell could take for anything: <_>' -ForEach 'Get-ProxySession', 'Get-TelnyxConversation', 'Get-SunshineConversation', 'Get-TelnyxConversationMessage' {
        $item = $samples[$_ -replace '^Get-' -replace 'Message$'][0]
        $text = $item.SessionSid ?? $item.ConversationId
        Clear-EverySent
        @(Get-ErrorOf { $text | & $_ })[0].FullyQualifiedErrorId | Should -BeLike 'InputObjectNotBound,*'
        @(Get-EverySent).Count | Should -Be 0
    }

    # A list in place of the one that was meant might be piped into a removal.
    It 'lists nothing for <Get> <Form> when it is of another type' -ForEach $getsInForms {
        $feeding = @{
            'Get-TelnyxConversation'        = 'TelnyxConversationMessage', 'TelnyxConversationInsight'
            'Get-TelnyxConversationMessage' = @('TelnyxConversation')
            'Get-TelnyxConversationInsight' = @('TelnyxConversation')
        }
        $others = @(@($ofTwilioConversations | Where-Object { $IsNew }) + $ofOtherApis | ForEach-Object { $_.Type } | Where-Object { $_ -ne $Type -and $_ -notin $feeding[$Get] })
        $others.Count | Should -BeGreaterThan 4
        $listed = foreach ($other in $others) {
            $piped = @(& $Convert $samples[$other])
            Clear-EverySent
            $split = Split-Output { try { $piped | & $Get } catch { Write-Error -ErrorRecord $_ } }
            $ids = @($split.Errors.FullyQualifiedErrorId -replace ',.*' | Select-Object -Unique)
            $isRefused = $ids.Count -eq 1 -and $ids[0] -in 'WrongTarget', 'OtherProvider', 'InputObjectMissingMandatory', 'InvalidArgument'
            if (-not $isRefused -or $split.Output.Count -or @(Get-EverySent).Count) { "${other}: $ids" }
        }
        $listed | Should -BeNullOrEmpty
    }

    It 'named by $null on the command line is an error too: <_>' -ForEach @($ofOtherApis | ForEach-Object { "Get-$($_.Type)" }) {
        Clear-EverySent
        $ended = Get-EndOf ([scriptblock]::Create("$_ `$null"))
        $ended.FullyQualifiedErrorId | Should -BeLike 'ParameterArgumentValidationError*'
        @(Get-EverySent).Count | Should -Be 0
    }
}

Describe 'What is for lists' {
    It 'is refused beside an identifier: <_>' -ForEach @(
        foreach ($with in '-Id 11111111-1111-1111-1111-111111111111', '-Name x', '-CreatedAfter 2026-01-01', '-CreatedBefore 2026-01-01', '-LastMessageAfter 2026-01-01', '-LastMessageBefore 2026-01-01',
            '-AssistantId x', '-CallControlId x', '-AgentTarget x', '-EndUserTarget x', '-Channel x', '-Metadata @{ a = 1 }', '-Or name.eq.x', '-First 1', '-Skip 1', '-PageSize 1', '-OrderBy created_at.desc -First 1') {
            "Get-TelnyxConversation 11111111-1111-1111-1111-111111111111 $with"
        }
        foreach ($with in '-UserId x', '-UserExternalId x', '-First 1', '-Skip 1', '-PageSize 1') { "Get-SunshineConversation 111111111111111111111111 $with" }
    ) {
        Clear-EverySent
        @(Get-ErrorOf ([scriptblock]::Create($_)))[0].FullyQualifiedErrorId | Should -BeLike 'NotExactlyOne,*'
        @(Get-EverySent).Count | Should -Be 0
    }

    It 'is refused beside an identifier by the parameter sets: Get-ProxySession -SessionSid <_>' -ForEach '-First 1', '-PageSize 1', '-UniqueName x' {
        Clear-EverySent
        @(Get-ErrorOf ([scriptblock]::Create("Get-ProxySession -SessionSid KC11111111111111111111111111111111 $_")))[0].FullyQualifiedErrorId | Should -BeLike 'AmbiguousParameterSet,*'
        @(Get-EverySent).Count | Should -Be 0
    }
}
