# What people mistype, misspell and pipe by mistake at Proxy, Telnyx and Sunshine must not reach further than they meant.

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Samples.ps1"
    function Get-WarningOf([scriptblock] $Script) { @(& $Script 3>&1 | Where-Object { $_ -is [System.Management.Automation.WarningRecord] }) }
}

AfterAll { Close-Connection }

Describe 'A date' {
    BeforeAll { Connect-EverySandbox }
    BeforeEach { Clear-EverySent }

    It 'in another form than ISO 8601 is refused and not guessed at: <_>' -ForEach '04.03.2026', '1.5', '5/6', '12:00', '12.2025', '2026-03', '03/31/2026', '2026-3-31', 'yesterday' {
        $date = $_
        foreach ($command in { Get-TelnyxConversation -CreatedBefore $date }, { Get-TelnyxConversation -LastMessageAfter $date }, { New-ProxySession -DateExpiry $date }, { Get-ConvConversation -CreatedBefore $date }) {
            $found = Get-ErrorOf $command
            $found.Exception.Message | Should -BeLike '*is no date. Give one such as 2026-01-31*'
        }
        Get-EverySent | Should -BeNullOrEmpty
    }

    It 'is taken as <_>' -ForEach '2026-01-31', '2026-01-31T08:00:00Z', '2026-01-31T08:00:00.123+02:00', '2026-01-31 08:00', '2026-01-31 08:00:00Z', '9999-12-31' {
        $date = $_
        Get-ErrorOf { Get-TelnyxConversation -CreatedBefore $date -First 1 } | Should -BeNullOrEmpty
    }

    It 'of the pipeline''s own kind is taken too' {
        $all = Get-TelnyxConversation
        $middle = $all[30].CreatedAt
        @(Get-TelnyxConversation -CreatedBefore $middle).Count | Should -Be 31
        @(Get-TelnyxConversation -CreatedBefore $middle.UtcDateTime).Count | Should -Be 31
        @(Get-TelnyxConversation -CreatedBefore $middle.LocalDateTime).Count | Should -Be 31
    }
}

Describe 'A filter by metadata' {
    BeforeAll { Connect-EverySandbox }
    BeforeEach { Clear-EverySent }

    It 'that is empty would mean all, and is refused: <_>' -ForEach '@{}', '@{ "" = "x" }', '@{ " " = "x" }', '@{ team = "" }', '@{ team = $null }', '@{ team = @{ a = 1 } }', '@{ day = [datetime] "2026-01-02" }' {
        $found = Get-ErrorOf ([scriptblock]::Create("Get-TelnyxConversation -Metadata $_"))
        $found.FullyQualifiedErrorId | Should -BeLike 'InvalidArgument,*'
        $found.Exception.Message | Should -BeLike '-*'
        Get-EverySent | Should -BeNullOrEmpty
    }

    It 'by a boolean or a number finds what has it' {
        $one = New-TelnyxConversation 'a number' -Metadata @{ price = 2.50; vip = $true }
        (Get-TelnyxConversation -Metadata @{ price = 2.5 }).ConversationId | Should -Be $one.ConversationId
        (Get-TelnyxConversation -Metadata @{ vip = $true }).ConversationId | Should -Be $one.ConversationId
        (Get-TelnyxConversation -Id $one.ConversationId.ToUpper()).ConversationId | Should -Be $one.ConversationId
    }
}

Describe 'An object that lost its connection' {
    BeforeAll { Connect-EverySandbox }
    BeforeEach { Clear-EverySent }

    It 'is not looked for in the default one: <_>' -ForEach 'Remove-TelnyxConversation -Confirm:$false', 'Set-TelnyxConversation -Metadata @{ a = 1 }' {
        $bare = Get-TelnyxConversation -First 2 | Select-Object ConversationId, ResourceType
        Clear-EverySent
        $found = Get-ErrorOf ([scriptblock]::Create("`$bare | $_"))
        $found.FullyQualifiedErrorId | Should -BeLike 'WrongTarget,*'
        $found.Exception.Message | Should -BeLike '*-Connection*'
        Get-EverySent | Should -BeNullOrEmpty
    }

    It 'goes where -Connection says' {
        $bare = Get-TelnyxConversation -First 1 | Select-Object ConversationId, ResourceType
        ($bare | Remove-TelnyxConversation -Connection Sandbox-Telnyx -Confirm:$false -PassThru).Status | Should -Be Removed
    }

    It 'may be an id alone, as a text or as a GUID' {
        $two = Get-TelnyxConversation -First 2
        ($two[0].ConversationId | Remove-TelnyxConversation -Confirm:$false -PassThru).Status | Should -Be Removed
        ([guid] $two[1].ConversationId | Remove-TelnyxConversation -Confirm:$false -PassThru).Status | Should -Be Removed
    }
}

Describe 'A null that clears' {
    BeforeAll { Connect-EverySandbox }

    It 'is told of, because a misspelt variable is null too' {
        $conversation = New-SunshineConversation personal @{ userId = Get-SampleUser } -DisplayName one
        (Get-WarningOf { $conversation | Set-SunshineConversation -DisplayName $misspelt }).Message | Should -Be 'DisplayName is null, which clears it.'
        (Get-WarningOf { $conversation | Set-SunshineConversation -DisplayName two }).Message | Should -BeNullOrEmpty
    }

    It 'is named in the preview' {
        $conversation = New-SunshineConversation personal @{ userId = Get-SampleUser }
        $told = Get-WhatIf { $conversation | Set-SunshineConversation -Metadata $null -WhatIf }
        $told | Should -BeLike '*"Update, and clear Metadata"*'
    }
}

Describe 'Members of a participant' {
    BeforeAll { Connect-EverySandbox }
    BeforeEach { Clear-EverySent }

    It 'are not taken for others in silence: <_>' -ForEach @(
        'New-SunshineConversation personal ''{"userId":"first","UserId":"second"}'''
        'New-SunshineConversation personal ''{"userId":{"a":[1,2]}}'''
        'New-ProxySession -Participant ''{"Identifier":"+15558675310","identifier":"+15558675311"}'''
        'New-ProxySession -Participant @{ Identifier = "+15558675310", "+15558675311" }'
        'New-SunshineConversation personal 5d8c00000000000000000001'
    ) {
        $found = Get-ErrorOf ([scriptblock]::Create($_))
        $found.FullyQualifiedErrorId | Should -BeLike 'InvalidArgument,*'
        $found.Exception.Message | Should -BeLike '-Participant: *'
        $found.Exception.Message | Should -Not -BeLike '*topic*'
        Get-EverySent | Should -BeNullOrEmpty
    }
}

Describe 'The order of a Telnyx list' {
    BeforeAll { Connect-ConvProvider Telnyx -Sandbox -Name Careless -SandboxOption @{ Conversations = 100; IgnoreFilters = 'order' } }

    It 'that the provider ignores removes nothing' {
        $found = Get-ErrorOf { Get-TelnyxConversation -OrderBy last_message_at.asc -First 3 | Remove-TelnyxConversation -Confirm:$false }
        $found.FullyQualifiedErrorId | Should -BeLike 'UnexpectedResponse,*'
        @((Get-ConvConnection Careless).Sandbox.Requests | Where-Object Method -EQ DELETE).Count | Should -Be 0
    }

    It 'that can''t be checked is refused: <_>' -ForEach 'name.asc', 'created_at', 'created_at.down', 'created_at.asc,name.asc' {
        $order = $_
        (Get-ErrorOf { Get-TelnyxConversation -OrderBy $order -First 3 }).Exception.Message | Should -BeLike '-OrderBy: *Give one of created_at.asc*'
    }

    It 'leaves no room for -<Parameter>' -ForEach @{ Parameter = 'PageSize'; Value = 5 }, @{ Parameter = 'CreatedBefore'; Value = '2026-01-01' } {
        $more = @{ $Parameter = $Value }
        (Get-ErrorOf { Get-TelnyxConversation -OrderBy created_at.desc -First 3 @more }).FullyQualifiedErrorId | Should -BeLike 'NotInThisOrder,*'
    }
}

Describe 'A whole number' {
    BeforeAll { Connect-EverySandbox }
    BeforeEach { Clear-EverySent }

    It 'is not made of what is none: <_>' -ForEach @(
        'New-ProxySession -Ttl "1,5"', 'New-ProxySession -Ttl 1.5', 'New-ProxySession -Ttl $true', 'New-ProxySession -Ttl ""'
        'Get-ConvConversation -First 1.5', 'Get-ProxySession -Skip 0.5', 'Get-TelnyxConversation -PageSize "1,5"', 'Get-TelnyxConversation -ThrottleLimit 1.5'
    ) {
        (Get-ErrorOf ([scriptblock]::Create($_))).Exception.Message | Should -Match 'no whole number|is no number'
        Get-EverySent | Should -BeNullOrEmpty
    }
}

Describe 'Metadata and attributes that hold the name of a type' {
    BeforeAll { Connect-EverySandbox }

    It 'are what a file kept of an object, and are refused' {
        $row = Get-TelnyxConversation -First 1 | ConvertTo-Csv | ConvertFrom-Csv
        (Get-ErrorOf { New-TelnyxConversation copy -Metadata $row.Metadata }).Exception.Message | Should -BeLike '*MetadataJson*'
    }

    It 'are taken as part of a text' {
        (New-TelnyxConversation talk -Metadata @{ topic = 'System.Collections.Generic vs Immutable' }).Metadata.topic | Should -Be 'System.Collections.Generic vs Immutable'
    }
}

Describe 'What a removal takes from others' {
    It 'is said of a group' {
        Connect-EverySandbox
        $group = New-SunshineConversation sdkGroup @{ userId = Get-SampleUser; subscribeSDKClient = $true }
        Get-WhatIf { $group | Remove-SunshineConversation -WhatIf } | Should -BeLike '*group conversation*everybody in it loses*'
    }
}

Describe 'A Twilio connection with an address of its own for Conversations' {
    BeforeAll {
        $credential = ConvertTo-Credential ("AC" + "0" * 32) token
    }

    It 'sends nothing of Proxy to Twilio itself' {
        Connect-ConvProvider Twilio -Name fake -Credential $credential -BaseUri http://127.0.0.1:9 -MaxRetry 0
        $proxyService = 'KS' + '0' * 32
        $session = 'KC' + '0' * 32
        foreach ($command in { Get-ProxySession -ProxyServiceSid $proxyService }, { Remove-ProxySession $session -ProxyServiceSid $proxyService -Confirm:$false }, { New-ProxySession -ProxyServiceSid $proxyService }) {
            (Get-ErrorOf $command).FullyQualifiedErrorId | Should -BeLike 'NoProxyAddress,*'
        }
    }

    It 'is needed beside one for Proxy' {
        $found = Get-ErrorOf { Connect-ConvProvider Twilio -Name fake -Credential $credential -ProxyBaseUri http://127.0.0.1:9 }
        $found.Exception.Message | Should -BeLike '-BaseUri: *https://conversations.twilio.com*'
    }

    It 'is refused with a Proxy service and no address for Proxy' {
        $found = Get-ErrorOf { Connect-ConvProvider Twilio -Name fake -Credential $credential -BaseUri http://127.0.0.1:9 -ProxyServiceSid ('KS' + '0' * 32) }
        $found.Exception.Message | Should -BeLike '-ProxyBaseUri: *'
    }
}

Describe 'A misspelt variable' {
    BeforeAll { Connect-EverySandbox }
    BeforeEach { Clear-EverySent }

    It 'is an error, and nothing is sent: <_>' -ForEach @(
        'Get-ProxySession -ProxyServiceSid $misspelt'
        'Remove-ProxySession -SessionSid $misspelt -Confirm:$false'
        'Set-ProxySession $misspelt -Status closed'
        'Get-TelnyxConversation -ConversationId $misspelt'
        'Get-TelnyxConversation -AssistantId $misspelt'
        'Get-TelnyxConversation -CreatedBefore $misspelt'
        'Get-TelnyxConversation -Metadata $misspelt'
        'Get-TelnyxConversation -Or $misspelt'
        'Set-TelnyxConversation 3fa85f64-5717-4562-b3fc-2c963f66afa6 -Metadata $misspelt'
        'Get-SunshineConversation -UserId $misspelt'
        'Get-SunshineConversation -UserId u -AppId $misspelt'
        'New-SunshineConversation personal $misspelt'
        'Connect-ConvProvider Telnyx -ApiKey $misspelt'
        'Connect-ConvProvider Sunshine -Credential $misspelt -BaseUri https://example.zendesk.com/sc'
        'Connect-ConvProvider Sunshine -Credential "$misspelt" -BaseUri https://example.zendesk.com/sc'
        'Connect-ConvProvider Sunshine -Token $misspelt -BaseUri https://example.zendesk.com/sc'
        'Get-TelnyxConversation -Connection " "'
    ) {
        @(Get-ErrorOf ([scriptblock]::Create($_))).Count | Should -Be 1
        Get-EverySent | Should -BeNullOrEmpty
    }
}
