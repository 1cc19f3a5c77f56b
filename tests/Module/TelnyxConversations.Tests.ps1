BeforeAll {
    . "$PSScriptRoot/Common.ps1"

    function Connect-TestTelnyx([hashtable] $Option = @{}) { Connect-ConvProvider Telnyx -Sandbox -Name Sandbox-Telnyx -SandboxOption (@{ Conversations = 20 } + $Option) -PassThru }

    function Get-LastBody { (Get-Sent Sandbox-Telnyx)[-1].Body }

    function Get-SentKey { @((Get-Sent Sandbox-Telnyx) | Where-Object Method -EQ 'POST' | ForEach-Object { $_.Headers['Idempotency-Key'] }) }

    function Assert-NothingSent([scriptblock] $Script, [string] $Id, [string] $Pattern) {
        Clear-Sent Sandbox-Telnyx
        $found = @(Get-ErrorOf $Script)
        $found.Count | Should -Be 1
        $found[0].FullyQualifiedErrorId | Should -BeLike "$Id,*"
        $found[0].Exception.Message | Should -Match $Pattern
        @(Get-Sent Sandbox-Telnyx).Count | Should -Be 0
    }
}

AfterAll { Close-Connection }

Describe 'A Telnyx conversation' {
    BeforeEach { $null = Connect-TestTelnyx }

    It 'is created with a name and metadata, as JSON' {
        $made = New-TelnyxConversation 'Order 7' -Metadata ([ordered]@{ team = 'billing'; vip = $true; visits = 3 })
        $sent = (Get-Sent Sandbox-Telnyx)[-1]
        $sent.Method | Should -Be 'POST'
        $sent.Path | Should -Be '/v2/ai/conversations'
        $sent.ContentType | Should -BeLike 'application/json*'
        $sent.Body | Should -BeExactly '{"name":"Order 7","metadata":{"team":"billing","vip":true,"visits":3}}'
        $made.Name | Should -Be 'Order 7'
    }

    It 'is created with nothing at all, and nothing is made up for it' {
        $null = New-TelnyxConversation
        Get-LastBody | Should -BeExactly '{}'
    }

    It 'has every property, its dates in UTC' {
        $made = New-TelnyxConversation seen -Metadata @{ team = 'billing' }
        $made.ConversationId | Should -Match '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
        $made.ConnectionName | Should -Be 'Sandbox-Telnyx'
        $made.ResourceType | Should -Be 'TelnyxConversation'
        foreach ($name in 'CreatedAt', 'LastMessageAt') {
            $made.$name | Should -BeOfType DateTimeOffset
            $made.$name.Offset | Should -Be ([timespan]::Zero)
        }
        [math]::Abs(([DateTimeOffset]::UtcNow - $made.CreatedAt).TotalMinutes) | Should -BeLessThan 5
        $made.MetadataJson | Should -BeExactly '{"team":"billing"}'
        $made.AdditionalProperties.Count | Should -Be 0
        "$made" | Should -Be $made.ConversationId
    }

    It 'has metadata that read with a dot, and survive a file' {
        $made = New-TelnyxConversation -Metadata @{ team = 'billing'; visits = 3; vip = $true; tags = 'a', 'b' }
        $made.Metadata.team | Should -Be 'billing'
        $made.Metadata.visits | Should -Be 3
        $made.Metadata.vip | Should -BeTrue
        $made.Metadata.tags | Should -Be 'a', 'b'
        $kept = $made | ConvertTo-Csv | ConvertFrom-Csv
        $kept.MetadataJson | Should -BeExactly $made.MetadataJson
        (New-TelnyxConversation -Metadata $kept.MetadataJson).MetadataJson | Should -BeExactly $made.MetadataJson
        (New-TelnyxConversation -Metadata $made.Metadata).Metadata.tags | Should -Be 'a', 'b'
    }

    It 'is read by its identifier and as an object, changed and removed' {
        $made = New-TelnyxConversation before -Metadata @{ level = 1 }
        (Get-TelnyxConversation $made.ConversationId).Name | Should -Be 'before'
        (Get-Sent Sandbox-Telnyx)[-1].Path | Should -Be "/v2/ai/conversations/$($made.ConversationId)"
        $changed = $made | Set-TelnyxConversation -Metadata @{ level = 2; ai_disabled = $true }
        (Get-Sent Sandbox-Telnyx)[-1].Method | Should -Be 'PUT'
        Get-LastBody | Should -BeExactly '{"metadata":{"ai_disabled":true,"level":2}}'
        $changed.Metadata.level | Should -Be 2
        ($made | Get-TelnyxConversation).Metadata.ai_disabled | Should -BeTrue
        ($made | Remove-TelnyxConversation -Confirm:$false -PassThru).Status | Should -Be 'Removed'
        ($made | Remove-TelnyxConversation -Confirm:$false -PassThru).Status | Should -Be 'AlreadyGone'
        (Get-ErrorOf { $made | Get-TelnyxConversation }).FullyQualifiedErrorId | Should -BeLike 'Telnyx.404,*'
    }

    It 'loses its metadata by @{}, and is not updated with nothing' {
        $made = New-TelnyxConversation -Metadata @{ level = 1 }
        ($made | Set-TelnyxConversation -Metadata @{}).Metadata.Count | Should -Be 0
        Get-LastBody | Should -BeExactly '{"metadata":{}}'
        Assert-NothingSent { $made | Set-TelnyxConversation } 'NothingToChange' '-Metadata'
    }

    It 'takes no metadata that is null, blank or no object: <Shown>' -ForEach @(
        @{ Shown = 'null'; Given = $null; Id = 'ParameterArgumentTransformationError'; Pattern = 'null' }
        @{ Shown = 'an empty text'; Given = ''; Id = 'InvalidArgument'; Pattern = '-Metadata: .*empty.*JSON such as' }
        @{ Shown = 'a list'; Given = '[1]'; Id = 'InvalidArgument'; Pattern = '-Metadata: .*no JSON object' }
        @{ Shown = 'a word'; Given = 'gold'; Id = 'InvalidArgument'; Pattern = '-Metadata: .*not valid JSON' }
    ) {
        $made = New-TelnyxConversation
        Assert-NothingSent { New-TelnyxConversation -Metadata $Given } $Id $Pattern
        Assert-NothingSent { $made | Set-TelnyxConversation -Metadata $Given } $Id $Pattern
    }

    It 'named with what is for lists is an error, and nothing is read: -<Parameter>' -ForEach @(
        @{ Parameter = 'CreatedAfter'; Given = '2026-01-01' }
        @{ Parameter = 'LastMessageBefore'; Given = '2026-01-01' }
        @{ Parameter = 'AssistantId'; Given = 'assistant-1' }
        @{ Parameter = 'Metadata'; Given = @{ team = 'billing' } }
        @{ Parameter = 'First'; Given = 1 }
        @{ Parameter = 'PageSize'; Given = 5 }
    ) {
        $made = New-TelnyxConversation
        $arguments = @{ $Parameter = $Given }
        Assert-NothingSent { Get-TelnyxConversation $made.ConversationId @arguments } 'NotExactlyOne' "-$Parameter is for lists"
        Assert-NothingSent { $made | Get-TelnyxConversation @arguments } 'NotExactlyOne' "-$Parameter is for lists"
    }
}

Describe 'The key of a creation' {
    BeforeEach { $null = Connect-TestTelnyx }

    It 'is another for each, and a UUID' {
        1..3 | ForEach-Object { $null = New-TelnyxConversation same }
        $keys = Get-SentKey
        @($keys | Sort-Object -Unique).Count | Should -Be 3
        foreach ($key in $keys) { { [guid] $key } | Should -Not -Throw }
    }

    It 'that is given twice makes one conversation' {
        $before = @(Get-TelnyxConversation).Count
        $first = New-TelnyxConversation once -Metadata @{ a = 1; b = 2; c = 3 } -IdempotencyKey 'import:2026-01_7'
        $again = New-TelnyxConversation once -Metadata @{ c = 3; b = 2; a = 1 } -IdempotencyKey 'import:2026-01_7'
        $again.ConversationId | Should -Be $first.ConversationId
        Get-SentKey | Should -Be 'import:2026-01_7', 'import:2026-01_7'
        @(Get-TelnyxConversation).Count | Should -Be ($before + 1)
    }

    It 'that was used for something else is an error that says what to do' {
        $null = New-TelnyxConversation one -IdempotencyKey k1
        $found = Get-ErrorOf { New-TelnyxConversation other -IdempotencyKey k1 }
        $found.FullyQualifiedErrorId | Should -BeLike 'Telnyx.10027,*'
        $found.Exception.Message | Should -Match 'Give another -IdempotencyKey'
    }

    It 'is refused before a request: <_>' -ForEach '', 'two words', 'straße', ('k' * 256) {
        $given = $_
        Assert-NothingSent { New-TelnyxConversation -IdempotencyKey $given } 'InvalidArgument' '-IdempotencyKey: give 1 to 255'
    }

    It 'is not sent with what is no creation' {
        $made = New-TelnyxConversation
        $null = $made | Set-TelnyxConversation -Metadata @{ a = 1 }
        $made | Remove-TelnyxConversation -Confirm:$false
        (Get-Sent Sandbox-Telnyx)[-2, -1] | ForEach-Object { $_.Headers.Keys | Should -Not -Contain 'Idempotency-Key' }
    }

    # The order of a hashtable differs from one process to the next, and a body that differs is refused.
    It 'goes with the same body in another process' {
        $bodies = 1..2 | ForEach-Object {
            Invoke-Unattended @'
                $sandbox = (Connect-ConvProvider Telnyx -Sandbox -SandboxOption @{ Conversations = 0 } -PassThru).Sandbox
                $null = New-TelnyxConversation -IdempotencyKey import -Metadata @{ alpha = 1; beta = 2; gamma = 3; delta = 4; epsilon = 5; zeta = 6; eta = 7; theta = 8 }
                $sandbox.Requests[-1].Body
'@
        }
        $bodies[0] | Should -Match 'metadata.*theta'
        $bodies[1] | Should -BeExactly $bodies[0]
    }
}

Describe 'A creation that is tried again' {
    It 'after a 500 has the same key, and makes one' {
        $null = Connect-TestTelnyx @{ FailWith = '10007'; FailStatus = 500; FailFirst = 1; FailOn = 'Writes' }
        $made = New-TelnyxConversation retried -WarningAction SilentlyContinue
        $sent = @((Get-Sent Sandbox-Telnyx) | Where-Object Method -EQ 'POST')
        $sent.Status | Should -Be 500, 200
        @(Get-SentKey | Sort-Object -Unique).Count | Should -Be 1
        @(Get-TelnyxConversation -Name retried).ConversationId | Should -Be $made.ConversationId
    }

    # The sandbox acts at once and answers late, so each attempt that times out has made what it asked for.
    It 'after a time-out has the same key, and makes one' {
        $server = Open-SocketSandbox 'Conversations=5', 'Latency=00:00:01'
        if (-not $server) { Set-ItResult -Skipped -Because 'conv is not built'; return }
        try {
            $key = ConvertTo-Secret $server.ApiKey
            $null = Connect-ConvProvider Telnyx -ApiKey $key -BaseUri $server.TelnyxUri -Timeout '00:00:00.3' -MaxRetry 2 -Name Impatient
            (Get-ErrorOf { New-TelnyxConversation late -Connection Impatient -WarningAction SilentlyContinue }).Count | Should -Be 1
            $null = Connect-ConvProvider Telnyx -ApiKey $key -BaseUri $server.TelnyxUri -Name Patient
            @(Get-TelnyxConversation -Name late -Connection Patient).Count | Should -Be 1
        }
        finally {
            Close-Connection
            Close-SocketSandbox $server
        }
    }
}
