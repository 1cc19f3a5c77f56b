BeforeDiscovery {
    $tables = Get-ChildItem "$PSScriptRoot/../operations/*.json" | ForEach-Object { Get-Content -Raw -LiteralPath $_ | ConvertFrom-Json -AsHashtable }
    $apis = foreach ($table in $tables) {
        @{
            Api        = $table.api
            Operations = @($table.operations | ForEach-Object { @{ Name = $_.name; Operation = $_ } })
            Cmdlets    = @($table.operations | Group-Object { $_.cmdlet } | ForEach-Object { @{ Cmdlet = $_.Name; Operations = @($_.Group) } })
        }
    }
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    $mediaTypes = @{ form = 'application/x-www-form-urlencoded'; json = 'application/json' }

    # What asks for the page behind the first, by the way that a list is paged. Nobody reads backwards, so page[before] is never sent.
    $nextPage = @{
        'next-page-url' = @{ Page = '^1$'; PageToken = '.' }
        'keyset'        = @{ created_at = '^gte\.\d{4}-\d\d-\d\dT[\d:.]+Z$' }
        'cursor'        = @{ 'page[after]' = '^[0-9a-f]{24}$' }
        'page-number'   = @{ 'page[number]' = '^2$' }
    }
    $neverSent = 'page[before]'

    # How each operation of an API is called, and what is then to be on the wire.
    function Read-Call([string] $Api) {
        $calls = @{}
        foreach ($file in Get-ChildItem "$PSScriptRoot/Calls/$Api/*.ps1" -Exclude Fixture.ps1) { $calls += & $file.FullName }
        $calls
    }

    # Runs a call, and keeps what it sent beside what it was to send.
    function Send-Call([scriptblock] $Call, [hashtable] $Path = @{}, [hashtable] $Query = @{}, [hashtable] $Header = @{}, [hashtable] $Body = @{}) {
        $ErrorActionPreference = 'Stop'
        $ConfirmPreference = 'None'
        $places = @{}
        foreach ($part in $usualPath, $Path) { foreach ($name in $part.Keys) { $places[$name] = $part[$name] } }
        Clear-Sent $connectionName
        $null = & $Call
        @{ Requests = @(Get-Sent $connectionName); Path = $places; Query = $Query; Header = $Header; Body = $Body }
    }

    # The fields of a query or a form, each with all of its values.
    function Read-Field([string] $Encoded) {
        # Whatever else than these came raw would be for the server to guess.
        $Encoded | Should -MatchExactly '^[A-Za-z0-9._~*()+%=&-]*$'
        $fields = @{}
        foreach ($pair in $Encoded -split '&' -ne '') {
            $name, $value = ($pair -split '=', 2) | ForEach-Object { [System.Net.WebUtility]::UrlDecode($_) }
            $fields[$name] = @($fields[$name] | Where-Object { $null -ne $_ }) + $value
        }
        $fields
    }

    function Read-Header($Headers) {
        $fields = @{}
        foreach ($name in @($Headers.Keys) -match '^(X-|Idempotency-Key$)') { $fields[$name] = $Headers[$name] }
        $fields
    }

    function Assert-Field([hashtable] $Actual, [hashtable] $Expected) {
        $Actual.Keys | Sort-Object | Should -BeExactly ($Expected.Keys | Sort-Object)
        foreach ($name in $Expected.Keys) { $Actual[$name] | Should -BeExactly @($Expected[$name] | ForEach-Object { "$_" }) -Because $name }
    }

    # Equal as JSON, whatever the order of the members.
    function Assert-Json([string] $Actual, [hashtable] $Expected) {
        $wanted = ConvertTo-Json $Expected -Depth 5 -Compress
        [System.Text.Json.Nodes.JsonNode]::DeepEquals([System.Text.Json.Nodes.JsonNode]::Parse($Actual), [System.Text.Json.Nodes.JsonNode]::Parse($wanted)) |
            Should -BeTrue -Because "$Actual is to be $wanted"
    }

    function Assert-Request($Request, $Operation, $Sent) {
        $path = [regex]::Replace($Operation.path, '\{(\w+)\}', { [uri]::EscapeDataString($Sent.Path[$args[0].Groups[1].Value]) })
        "$($Request.Method) $($Request.Path) $($Request.Status)" | Should -BeExactly "$($Operation.method) $path $($Operation.status)"
        $isJson = $Operation.bodyEncoding -eq 'json'
        $Request.ContentType -replace ';.*' | Should -BeExactly ($isJson -or $Sent.Body.Count ? $mediaTypes[$Operation.bodyEncoding] : '')
        if ($isJson) { Assert-Json $Request.Body $Sent.Body } else { Assert-Field (Read-Field $Request.Body) $Sent.Body }
        Assert-Field (Read-Header $Request.Headers) $Sent.Header
    }

    # The provider's own fields of the next page; whatever was asked for stays asked for.
    function Assert-NextPage($Request, $Operation, $Sent) {
        Assert-Request $Request $Operation $Sent
        $query = Read-Field $Request.Query
        $expected = $Sent.Query.Clone()
        foreach ($name in $nextPage[$Operation.paging].Keys) {
            $query[$name] | Should -Match $nextPage[$Operation.paging][$name] -Because $name
            $query[$name] | Should -Not -Be $expected[$name] -Because "$name asks for another page"
            $query.Remove($name)
            $expected.Remove($name)
        }
        Assert-Field $query $expected
    }

    # The names of the table among those that were given: one row stands for all keys of metadata.
    function Get-TableName([string[]] $Name) { $Name -replace '^metadata->.*', 'metadata->*' | Sort-Object -Unique }
}

AfterAll { Close-Connection }

Describe 'The calls of the tests' {
    It 'are of every operation, and of nothing else: 67 of 67' -TestCases @(@{ Apis = $apis }) {
        $operations = foreach ($api in $Apis) { foreach ($operation in $api.Operations) { "$($api.Api) $($operation.Name)" } }
        $called = foreach ($folder in Get-ChildItem "$PSScriptRoot/Calls" -Directory) { foreach ($name in (Read-Call $folder.Name).Keys) { "$($folder.Name) $name" } }
        @($operations).Count | Should -Be 67
        $called | Sort-Object | Should -BeExactly ($operations | Sort-Object)
    }
}

Describe 'An operation of <Api> is sent as the provider documents it' -ForEach $apis {
    BeforeAll {
        . "$PSScriptRoot/Calls/$Api/Fixture.ps1"
        $calls = Read-Call $Api
    }

    AfterAll { Close-Connection }

    It '<Name>' -ForEach $Operations {
        $given = @{ query = @(); header = @(); body = @() }
        $repeated = @()
        $empty = @()
        $all = @(& $calls[$Name])
        $all.Count | Should -BeGreaterThan 0
        foreach ($sent in $all) {
            $first, $next = $sent.Requests
            Assert-Request $first $Operation $sent
            Assert-Field (Read-Field $first.Query) $sent.Query
            $given.query += $sent.Query.Keys
            $given.header += $sent.Header.Keys
            $given.body += $sent.Body.Keys | Where-Object { $null -ne $sent.Body[$_] }
            $empty += $sent.Body.Keys | Where-Object { $null -eq $sent.Body[$_] }
            $repeated += foreach ($fields in $sent.Query, $sent.Body) { $fields.Keys | Where-Object { @($fields[$_]).Count -gt 1 } }
            if ($next) {
                $Operation.paging | Should -Not -BeNullOrEmpty -Because 'only a list may take several requests'
                Assert-NextPage @($next)[0] $Operation $sent
                $given.query += $nextPage[$Operation.paging].Keys
            }
        }

        foreach ($part in $given.Keys) { Get-TableName $given[$part] | Should -BeExactly ($Operation[$part].Keys | Sort-Object | Where-Object { $_ -ne $neverSent }) -Because $part }
        $lists = foreach ($part in $Operation.query, $Operation.body | Where-Object { $_ }) { $part.Keys | Where-Object { $part[$_] -like '*`[`]*' } }
        $repeated | Sort-Object -Unique | Should -BeExactly ($lists | Sort-Object) -Because 'each list is given with several values'
        $nullable = foreach ($name in $Operation['body'].Keys) { if ($Operation.body[$name] -like '*`?') { $name } }
        $empty | Sort-Object -Unique | Should -BeExactly ($nullable | Sort-Object) -Because 'each that may be null is given as null too'
    }
}

Describe 'A filter of Telnyx' {
    BeforeAll { . "$PSScriptRoot/Calls/telnyx/Fixture.ps1" }
    AfterAll { Close-Connection }

    It 'is percent-encoded: a raw > is no part of a query, and a raw + would be a space' {
        $sent = Send-Call { Get-TelnyxConversation -EndUserTarget +13128675309 -Name 'a+b' -Or 'metadata->vip.eq.1+1' -First 1 }
        $query = $sent.Requests[0].Query
        $query | Should -MatchExactly '(^|&)metadata-%3[eE]telnyx_end_user_target=eq\.%2[bB]13128675309(&|$)'
        $query | Should -MatchExactly '(^|&)name=eq\.a%2[bB]b(&|$)'
        $query | Should -MatchExactly '(^|&)or=(\(|%28)metadata-%3[eE]vip\.eq\.1%2[bB]1(\)|%29)(&|$)'
        $query | Should -Not -Match '[+>]'
    }

    It 'finds a boolean of the metadata as it finds a text or a number: <Metadata>' -ForEach @(
        @{ Metadata = @{ vip = $true } }
        @{ Metadata = @{ vip = 'true' } }
        @{ Metadata = @{ orders = 3 } }
        @{ Metadata = @{ vip = $true; orders = 3 } }
    ) {
        (Get-TelnyxConversation -Metadata $Metadata).ConversationId | Should -Be $found.ConversationId
    }
}

Describe 'A cmdlet of <Api> has the parameters of its operations' -ForEach $apis {
    BeforeAll {
        # How a path may name something without its identifier.
        $alternateNames = @{
            'Conversation'     = 'UniqueName'
            'Participant'      = 'Identity'
            'User'             = 'Identity'
            'UserConversation' = 'Identity', 'UniqueName'
            'Session'          = 'UniqueName'
        }
        $ofTheModule = 'Connection', 'AccountSid', 'ResourceType', 'ThrottleLimit', 'First', 'Skip', 'InputObject', 'Force', 'PassThru', 'MaxError', 'JournalPath', 'UnfinishedAction'
        $ofPowerShell = [System.Management.Automation.Cmdlet]::CommonParameters + [System.Management.Automation.Cmdlet]::OptionalCommonParameters
        $ofTransport = 'Page', 'PageToken', 'page[after]', 'page[before]', 'page[number]'

        # What is called otherwise than on the wire: there it would say nothing, or be no name.
        $otherNames = $Api -like 'twilio-*' ? @{} : @{
            'created_at'             = 'CreatedAfter', 'CreatedBefore'
            'last_message_at'        = 'LastMessageAfter', 'LastMessageBefore'
            'metadata->*'            = 'Metadata', 'AssistantId', 'CallControlId', 'AgentTarget', 'EndUserTarget', 'Channel'
            'limit'                  = 'PageSize'
            'page[size]'             = 'PageSize'
            'order'                  = 'OrderBy'
            'filter[userId]'         = 'UserId'
            'filter[userExternalId]' = 'UserExternalId'
            'conversation_id'        = 'ConversationId'
        }

        function Get-CmdletName([string] $Wire, [string] $Type) {
            switch ($Wire) {
                'X-Twilio-Webhook-Enabled' { 'WebhookEnabled' }
                'StartDate' { 'CreatedAfter' }
                'EndDate' { 'CreatedBefore' }
                default { $Wire -replace '[.-]' -replace ($Type -like '*`[`]*' ? 's$' : '$^') }
            }
        }

        function Get-PlaceName([string] $Wire, [string] $Noun) {
            switch -CaseSensitive ($Wire) {
                'Sid' { "${Noun}Sid" }
                'ChatServiceSid' { 'ServiceSid' }
                'ServiceSid' { 'ProxyServiceSid' }
                default { $otherNames[$Wire] ?? $Wire }
            }
        }
    }

    It '<Cmdlet>' -ForEach $Cmdlets {
        $parameters = (Get-Command $Cmdlet).Parameters
        $noun = $Cmdlet -replace '^\w+-(Conv|Proxy|Telnyx|Sunshine)' -replace '^MessageReceipt$', 'Receipt'

        $ofWire = foreach ($part in $Operations | ForEach-Object { $_.query; $_.header; $_.body } | Where-Object { $_ }) {
            foreach ($name in $part.Keys | Where-Object { $_ -notin $ofTransport }) {
                if ($otherNames[$name]) {
                    $otherNames[$name]
                    continue
                }

                $own = Get-CmdletName $name $part[$name]
                $own
                $parameters.Keys | Should -Contain $own
                if ($own -ne $name) { $parameters[$own].Aliases -ccontains ($name.Substring(0, 1).ToUpperInvariant() + $name.Substring(1)) | Should -BeTrue -Because "$name is an alias of $own" }
            }
        }

        $inPath = $Operations.path | ForEach-Object { [regex]::Matches($_, '\{(\w+)\}') } | ForEach-Object { $_.Groups[1].Value } | Sort-Object -Unique
        $places = foreach ($name in $inPath) { Get-PlaceName $name $noun }
        if ($inPath -ccontains 'ChatServiceSid') { $parameters['ServiceSid'].Aliases | Should -Contain 'ChatServiceSid' }
        foreach ($name in @($ofWire) + $places -ne $null) { $parameters.Keys | Should -Contain $name }

        $alternates = $Api -like 'twilio-*' ? $alternateNames[$noun] : @()
        $known = @($ofWire) + $places + $alternates + $ofTheModule + $ofPowerShell
        $parameters.Keys | Where-Object { $_ -notin $known } | Should -BeNullOrEmpty
    }
}

Describe 'The name on the wire' {
    BeforeAll { . "$PSScriptRoot/Calls/twilio-conversations/Fixture.ps1" }
    AfterAll { Close-Connection }

    It 'is a name of the parameter too' {
        $given = @{
            'Timers.Closed'            = 'PT10M'
            'State'                    = 'active'
            'Bindings.Email.Address'   = 'a@example.com'
            'X-Twilio-Webhook-Enabled' = $false
            'ChatServiceSid'           = $service
        }
        $sent = Send-Call { New-ConvConversation @given }
        Assert-Field (Read-Field $sent.Requests[0].Body) @{ 'Timers.Closed' = 'PT10M'; 'State' = 'active'; 'Bindings.Email.Address' = 'a@example.com' }
        Assert-Field (Read-Header $sent.Requests[0].Headers) @{ 'X-Twilio-Webhook-Enabled' = 'false' }
        $sent.Requests[0].Path | Should -BeExactly "/v1/Services/$service/Conversations"
    }
}
