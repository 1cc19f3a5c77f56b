BeforeDiscovery {
    $table = Get-Content -Raw -LiteralPath "$PSScriptRoot/../operations/twilio-conversations.json" | ConvertFrom-Json -AsHashtable
    $operations = $table.operations | ForEach-Object { @{ Name = $_.name; Operation = $_ } }
    $cmdlets = $table.operations | Group-Object { $_.cmdlet } | ForEach-Object { @{ Cmdlet = $_.Name; Operations = @($_.Group) } }
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    # A fixed day, because a list is asked for by date.
    $sampleService = (Connect-TestSandbox @{ Now = '2026-06-15T12:00:00Z' }).ServiceSid

    $text = 'Zoë & Ünï: a+b=c, 100 % {x} 🙂'
    $identity = 'ada/lovelace+1@example.com'
    $uniqueName = 'order 66 / a+b ü'
    $messagingService = 'MG' + '0' * 32
    $flow = 'FW' + '0' * 32

    # Another than the connection's service, so that a path shows whether -ServiceSid was heeded.
    $service = (New-ConvService 'Table').ServiceSid
    $conversation = (New-ConvConversation -ServiceSid $service -UniqueName $uniqueName).ConversationSid
    $conversationRole = (New-ConvRole member conversation sendMessage -ServiceSid $service).RoleSid
    $serviceRole = (New-ConvRole agent service createConversation -ServiceSid $service).RoleSid
    $user = (New-ConvUser $identity -ServiceSid $service).UserSid
    $participant = (Add-ConvParticipant $conversation -ServiceSid $service -Identity $identity).ParticipantSid
    $null = New-ConvConversation -ServiceSid $service | Add-ConvParticipant -Identity $identity
    $phones = foreach ($address in '+15558675310', '+15558675311') {
        (Add-ConvParticipant $conversation -ServiceSid $service -MessagingBindingAddress $address -MessagingBindingProxyAddress +15017122661).ParticipantSid
    }
    $message = (New-ConvMessage $conversation -ServiceSid $service -Author $identity -Body 'Hello').MessageSid
    $null = New-ConvMessage $conversation -ServiceSid $service -Body 'Hello again'
    $webhooks = @(
        New-ConvWebhook $conversation -ServiceSid $service -ConfigurationUrl https://example.com/a -ConfigurationFilter onMessageAdded
        New-ConvWebhook $conversation -ServiceSid $service -ConfigurationUrl https://example.com/a -ConfigurationTrigger help
        New-ConvWebhook $conversation -ServiceSid $service -ConfigurationFlowSid $flow
    ).WebhookSid

    $mediaTypes = @{ form = 'application/x-www-form-urlencoded' }
    $calls = @{}
    foreach ($file in Get-ChildItem "$PSScriptRoot/TwilioCalls/*.ps1") { $calls += & $file.FullName }

    # Runs a call, and keeps what it sent beside what it was to send. A path is of the service and of the conversation above, unless told otherwise.
    function Send-Call([scriptblock] $Call, [hashtable] $Path = @{}, [hashtable] $Query = @{}, [hashtable] $Header = @{}, [hashtable] $Body = @{}) {
        $ErrorActionPreference = 'Stop'
        $ConfirmPreference = 'None'
        $places = @{ ChatServiceSid = $service; ConversationSid = $conversation }
        foreach ($name in $Path.Keys) { $places[$name] = $Path[$name] }
        Clear-Sent
        $null = & $Call
        @{ Requests = @(Get-Sent); Path = $places; Query = $Query; Header = $Header; Body = $Body }
    }

    # The fields of a query or a form, each with all of its values.
    function Read-Field([string] $Encoded) {
        # Whatever else than these came raw would be for the server to guess.
        $Encoded | Should -MatchExactly '^[A-Za-z0-9._~*+%=&-]*$'
        $fields = @{}
        foreach ($pair in $Encoded -split '&' -ne '') {
            $name, $value = $pair -split '=', 2
            $fields[$name] = @($fields[$name] | Where-Object { $null -ne $_ }) + [System.Net.WebUtility]::UrlDecode($value)
        }
        $fields
    }

    function Read-Header($Headers) {
        $fields = @{}
        foreach ($name in $Headers.Keys -like 'X-*') { $fields[$name] = $Headers[$name] }
        $fields
    }

    function Assert-Field([hashtable] $Actual, [hashtable] $Expected) {
        $Actual.Keys | Sort-Object | Should -BeExactly ($Expected.Keys | Sort-Object)
        foreach ($name in $Expected.Keys) { $Actual[$name] | Should -BeExactly @($Expected[$name] | ForEach-Object { "$_" }) -Because $name }
    }

    function Assert-Request($Request, $Operation, $Sent) {
        $path = [regex]::Replace($Operation.path, '\{(\w+)\}', { [uri]::EscapeDataString($Sent.Path[$args[0].Groups[1].Value]) })
        "$($Request.Method) $($Request.Path) $($Request.Status)" | Should -BeExactly "$($Operation.method) $path $($Operation.status)"
        $Request.ContentType -replace ';.*' | Should -BeExactly ($Sent.Body.Count ? $mediaTypes[$Operation.bodyEncoding] : '')
        Assert-Field (Read-Field $Request.Body) $Sent.Body
        Assert-Field (Read-Header $Request.Headers) $Sent.Header
    }

    # The provider's own fields of the next page; whatever was asked for stays asked for.
    function Assert-NextPage($Request, $Operation, $Sent) {
        Assert-Request $Request $Operation $Sent
        $query = Read-Field $Request.Query
        $query['Page'] | Should -BeExactly '1'
        $query['PageToken'] | Should -Not -BeNullOrEmpty
        $query.Remove('Page')
        $query.Remove('PageToken')
        Assert-Field $query $Sent.Query
    }
}

AfterAll { Close-Connection }

Describe 'An operation is sent as the provider documents it' {
    It '<Name>' -ForEach $operations {
        $given = @{ query = @(); header = @(); body = @() }
        $repeated = @()
        foreach ($sent in & $calls[$Name]) {
            $first, $next = $sent.Requests
            Assert-Request $first $Operation $sent
            Assert-Field (Read-Field $first.Query) $sent.Query
            $given.query += $sent.Query.Keys
            $given.header += $sent.Header.Keys
            $given.body += $sent.Body.Keys
            $repeated += foreach ($fields in $sent.Query, $sent.Body) { $fields.Keys | Where-Object { $fields[$_] -is [array] } }
            if ($next) {
                $Operation.maxPageSize | Should -Not -BeNullOrEmpty -Because 'only a list may take several requests'
                Assert-NextPage @($next)[0] $Operation $sent
                $given.query += 'Page', 'PageToken'
            }
        }
        foreach ($part in $given.Keys) { $given[$part] | Sort-Object -Unique | Should -BeExactly ($Operation[$part].Keys | Sort-Object) -Because $part }
        $lists = foreach ($part in $Operation.query, $Operation.body | Where-Object { $_ }) { $part.Keys | Where-Object { $part[$_] -like '*`[`]*' } }
        $repeated | Sort-Object -Unique | Should -BeExactly ($lists | Sort-Object) -Because 'each list is given with several values'
    }
}

Describe 'A cmdlet has the parameters of its operations' {
    BeforeAll {
        # How a path may name something without its identifier.
        $alternateNames = @{
            'Conversation'     = 'UniqueName'
            'Participant'      = 'Identity'
            'User'             = 'Identity'
            'UserConversation' = 'Identity', 'UniqueName'
        }
        $ofTheModule = 'Connection', 'AccountSid', 'ResourceType', 'ThrottleLimit', 'First', 'Skip', 'InputObject', 'Force', 'PassThru', 'MaxError'
        $ofPowerShell = [System.Management.Automation.Cmdlet]::CommonParameters + [System.Management.Automation.Cmdlet]::OptionalCommonParameters

        function Get-CmdletName([string] $Wire, [string] $Type) {
            switch ($Wire) {
                'X-Twilio-Webhook-Enabled' { 'WebhookEnabled' }
                'StartDate' { 'CreatedAfter' }
                'EndDate' { 'CreatedBefore' }
                default { $Wire -replace '\.' -replace ($Type -like '*`[`]*' ? 's$' : '$^') }
            }
        }
    }

    It '<Cmdlet>' -ForEach $cmdlets {
        $parameters = (Get-Command $Cmdlet).Parameters
        $noun = $Cmdlet -replace '^\w+-Conv' -replace '^MessageReceipt$', 'Receipt'

        $wire = @{}
        foreach ($part in $Operations | ForEach-Object { $_.query; $_.header; $_.body }) {
            foreach ($name in $part.Keys) { $wire[$name] = Get-CmdletName $name $part[$name] }
        }
        'Page', 'PageToken' | ForEach-Object { $wire.Remove($_) }
        foreach ($name in $wire.Keys) {
            $parameters.Keys | Should -Contain $wire[$name]
            if ($wire[$name] -ne $name) { $parameters[$wire[$name]].Aliases -ccontains $name | Should -BeTrue -Because "$name is an alias of $($wire[$name])" }
        }

        $inPath = $Operations.path | ForEach-Object { [regex]::Matches($_, '\{(\w+)\}') } | ForEach-Object { $_.Groups[1].Value } | Sort-Object -Unique
        $places = foreach ($name in $inPath) {
            switch ($name) {
                'Sid' { "${noun}Sid" }
                'ChatServiceSid' { 'ServiceSid'; $parameters['ServiceSid'].Aliases | Should -Contain 'ChatServiceSid' }
                default { $name }
            }
        }
        foreach ($place in $places) { $parameters.Keys | Should -Contain $place }

        $known = @($wire.Values) + $places + $alternateNames[$noun] + $ofTheModule + $ofPowerShell
        $parameters.Keys | Where-Object { $_ -notin $known } | Should -BeNullOrEmpty
    }
}

Describe 'The name on the wire' {
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
