@{
    CreateSession = {
        # An object and JSON text are the same to it.
        Send-Call {
            New-ProxySession $text -ProxyServiceSid $proxyService -DateExpiry '2030-01-02T03:04:05+02:00' -Ttl 3600 -Mode VOICE-ONLY -Status in-progress `
                -Participant ([ordered]@{ Identifier = '+12025550111'; FriendlyName = 'Ana & Zoë'; ProxyIdentifier = '+15005550100' }), '{"Identifier":"+12025550122"}' `
                -FailOnParticipantConflict $true
        } -Body @{
            UniqueName                = $text
            DateExpiry                = '2030-01-02T01:04:05Z'
            Ttl                       = 3600
            Mode                      = 'voice-only'
            Status                    = 'in-progress'
            Participants              = '{"Identifier":"+12025550111","FriendlyName":"Ana & Zoë","ProxyIdentifier":"+15005550100"}', '{"Identifier":"+12025550122"}'
            FailOnParticipantConflict = 'true'
        }
        Send-Call { New-ProxySession }
    }
    ListSession   = {
        Send-Call { Get-ProxySession -PageSize 2 } -Query @{ PageSize = 2 }
    }
    FetchSession  = {
        Send-Call { Get-ProxySession $session -ProxyServiceSid $proxyService } -Path @{ Sid = $session }
        Send-Call { Get-ProxySession -UniqueName $uniqueName } -Path @{ Sid = $uniqueName }
    }
    UpdateSession = {
        Send-Call {
            Set-ProxySession $session -ProxyServiceSid $proxyService -DateExpiry 2030-01-03 -Ttl 0 -Status Closed -FailOnParticipantConflict $false
        } -Path @{ Sid = $session } -Body @{
            DateExpiry                = '2030-01-03T00:00:00Z'
            Ttl                       = 0
            Status                    = 'closed'
            FailOnParticipantConflict = 'false'
        }
    }
    DeleteSession = {
        $gone = (New-ProxySession).SessionSid
        Send-Call { Remove-ProxySession $gone -ProxyServiceSid $proxyService } -Path @{ Sid = $gone }
    }
}
