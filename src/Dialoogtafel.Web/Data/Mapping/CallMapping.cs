using Dialoogtafel.Domain.Access;
using Dialoogtafel.Domain.Invitations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dialoogtafel.Web.Data.Mapping;

internal sealed class CallAttemptMapping : IEntityTypeConfiguration<CallAttempt>
{
    public void Configure(EntityTypeBuilder<CallAttempt> attempt) =>
        attempt.HasOne<Invitation>().WithMany().HasForeignKey(item => item.InvitationId);
}

internal sealed class ReadLogMapping : IEntityTypeConfiguration<ReadLogEntry>
{
    // No foreign keys: the account of reading outlives the person of whom something was read.
    public void Configure(EntityTypeBuilder<ReadLogEntry> entry) => entry.HasIndex(item => item.PersonId);
}
