using Dialoogtafel.Domain.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Dialoogtafel.Web.Tests.Rig;

/// <summary>Saboteur: no mail counts as unasked, so the rule of one a day sees none.</summary>
public sealed class EverythingIsAsked : BeforeEachSave<OutgoingMail>
{
    protected override void Change(EntityEntry<OutgoingMail> entry)
    {
        if (entry.State == EntityState.Added)
        {
            entry.Property(mail => mail.IsUnasked).CurrentValue = false;
        }
    }
}
